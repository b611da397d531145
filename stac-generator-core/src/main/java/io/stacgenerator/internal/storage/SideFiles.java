package io.stacgenerator.internal.storage;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that stand beside a raster and belong to it, by the names that GDAL gives them.
 *
 * <p>They are looked for beside local files, where looking costs nothing, and beside remote ones only where
 * {@link io.stacgenerator.GenerationOptions#remoteSideFiles} asks for it: each name is a request then, most of which
 * miss.
 */
public final class SideFiles {

    private final StorageObject object;
    private final GenerationContext context;

    /**
     * Prepares to look for files.
     *
     * @param object the raster
     * @param context the request that it belongs to
     */
    public SideFiles(StorageObject object, GenerationContext context) {
        this.object = object;
        this.context = context;
    }

    /**
     * Returns the name of the raster itself.
     *
     * @return the name of the file, not encoded
     */
    public String fileName() {
        return Hrefs.fileName(object.href());
    }

    /**
     * Returns the name of the raster without its extension.
     *
     * @return what precedes the last dot
     */
    public String stem() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /**
     * Returns the names of world files, the likeliest first: with {@code tfw}, {@code tifw} or {@code wld} in the place
     * of the extension {@code tif}, in its case, and beside local files in the other case too.
     *
     * @return the names
     */
    public List<String> worldFiles() {
        String extension = fileName().substring(stem().length()).replaceFirst("^\\.", "");
        boolean upper = !extension.equals(extension.toLowerCase(Locale.ROOT));
        Stream<Boolean> cases = object.localPath() == null ? Stream.of(upper) : Stream.of(upper, !upper);
        return cases.flatMap(
                        each -> worldExtensions(extension).map(name -> each ? name.toUpperCase(Locale.ROOT) : name))
                .map(each -> stem() + "." + each)
                .toList();
    }

    private static Stream<String> worldExtensions(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return lower.length() < 2
                ? Stream.of("wld")
                : Stream.of(lower.charAt(0) + lower.substring(lower.length() - 1) + "w", lower + "w", "wld");
    }

    /**
     * Opens a file. Blocks.
     *
     * @param name its name, not encoded
     * @return the open file, closed by the caller; empty where there is none or it is not to be looked for
     * @throws StacGeneratorException as {@link GenerationContext#open} says
     * @throws IOException when reading fails
     */
    public Optional<StorageObject> open(String name) throws IOException {
        String href = object.hrefBeside(name);
        Path image = object.localPath();
        if (href == null) {
            return Optional.empty();
        }
        if (image != null) {
            return Files.isRegularFile(image.resolveSibling(name)) ? Optional.of(context.open(href)) : Optional.empty();
        }
        return context.options().remoteSideFiles() ? attempt(href) : Optional.empty();
    }

    /** A storage that may not be listed denies access to what is not there. */
    private Optional<StorageObject> attempt(String href) throws IOException {
        try {
            return Optional.of(context.open(href));
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.ACCESS_DENIED) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
