package io.stacgenerator.internal.storage;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The files that stand next to a raster and belong to it, by the names that GDAL gives them.
 *
 * <p>They are looked for next to local files, where looking costs nothing, and next to remote ones only where
 * {@link io.stacgenerator.GenerationOptions#remoteSideFiles} asks for it: each name is a request then, and most miss.
 */
public final class SideFiles {

    private final StorageObject object;
    private final GenerationContext context;
    private final SideNames names;

    /**
     * Prepares to look for files.
     *
     * @param object the raster
     * @param context the request that it belongs to
     */
    public SideFiles(StorageObject object, GenerationContext context) {
        this.object = object;
        this.context = context;
        this.names = new SideNames(object);
    }

    /**
     * Returns the names that such files may have.
     *
     * @return the names
     */
    public SideNames names() {
        return names;
    }

    /**
     * Opens a file. Blocks.
     *
     * @param name its name, not encoded
     * @return the open file, closed by the caller; empty where there is none, it is not to be looked for, or it may not
     *     be read; a refusal by the policy is warned of
     * @throws StacGeneratorException as {@link GenerationContext#open} says
     * @throws IOException when reading fails
     */
    public Optional<StorageObject> open(String name) throws IOException {
        boolean looked = object.localPath()
                .map(image -> Files.isRegularFile(image.resolveSibling(name)))
                .orElseGet(context.options()::remoteSideFiles);
        Optional<String> href = object.siblingHref(name);
        return href.isPresent() && looked ? attempt(name, href.get()) : Optional.empty();
    }

    /** A storage that may not be listed denies access to what is not there; a link may lead to where none may read. */
    private Optional<StorageObject> attempt(String name, String href) throws IOException {
        try {
            return Optional.of(context.open(href));
        } catch (StacGeneratorException e) {
            switch (e.code()) {
                case NOT_FOUND, ACCESS_DENIED -> {}
                case ACCESS_REFUSED -> warn(name, "the storage policy refuses it");
                default -> throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * Opens a file as a raster of its own.
     *
     * @param file the open file
     * @return the raster; empty where no installed reader opens it, which is warned of
     * @throws IOException when reading fails
     */
    public Optional<Raster> raster(StorageObject file) throws IOException {
        return context.openRaster(file);
    }

    /**
     * Warns that a file is not read.
     *
     * @param name its name, not encoded
     * @param reason why
     */
    public void warn(String name, String reason) {
        context.warn(new Warning(
                "side-file-ignored", "%s next to %s is not read: %s".formatted(name, object.href(), reason)));
    }
}
