package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.storage.SideFiles;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that a VRT or an MRF names: each must be a local file in one of the folders that the options name, by its
 * real path, and be allowed by the storage policy. They are linked into folders of their own below the one that GDAL
 * sees, and the XML is written anew with the names of the links.
 */
final class NamedSources {

    /** A mosaic of some 20,000 files has such a VRT. */
    private static final int LARGEST_XML = 16 << 20;

    /** A mosaic may be of mosaics; one that names itself ends here. */
    private static final int DEEPEST = 4;

    /** What an MRF without names has next to it: its index, and tiles by their compression (MRF/marfa.h of GDAL). */
    private static final List<String> PARTS_OF_MRF =
            List.of(".idx", ".til", ".ppg", ".pjg", ".pjp", ".pzp", ".ptf", ".lrc", ".pzs", ".pqb");

    private final GenerationContext context;
    private final Map<Path, Path> placed = new HashMap<>();

    NamedSources(GenerationContext context) {
        this.context = context;
    }

    /** Writes the XML of an object anew at a place, and puts what it names next to it. */
    void put(StorageObject object, Path place) throws IOException {
        put(object, place, 0);
    }

    private void put(StorageObject object, Path place, int depth) throws IOException {
        if (object.size() > LARGEST_XML || depth > DEEPEST) {
            throw refused(
                    object, "expected at most %d bytes, and %d files within files".formatted(LARGEST_XML, DEEPEST));
        }
        ByteBuffer bytes = object.read(0, (int) object.size());
        Path local = object.localPath().orElse(null);
        String xml = SourceXml.rewrite(UTF_8.decode(bytes).toString(), object.href(), (name, relative) -> {
            Path named = path(name, object);
            return source(relative && local != null ? local.resolveSibling(named) : named, object, place, depth)
                    .toString();
        });
        Files.writeString(place, xml);
        if (local != null && xml.contains("<MRF_META")) {
            putParts(local, object, place);
        }
    }

    private static Path path(String name, StorageObject object) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw refused(object, "it names '%s', expected a local file".formatted(name));
        }
    }

    private void putParts(Path mrf, StorageObject object, Path place) throws IOException {
        for (String extension : PARTS_OF_MRF) {
            Path part = mrf.resolveSibling(stem(mrf) + extension);
            if (Files.exists(part)) {
                Files.createSymbolicLink(place.resolveSibling(stem(place) + extension), allowed(part, object));
            }
        }
    }

    private static String stem(Path path) {
        return String.valueOf(path.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private Path source(Path named, StorageObject by, Path place, int depth) throws IOException {
        AssetBudget.check();
        Path real = allowed(named, by);
        Path known = placed.get(real);
        if (known != null) {
            return known;
        }
        try (StorageObject source = context.open(real.toString())) {
            Path folder = Files.createTempDirectory(place.getParent(), "source-");
            Path link = folder.resolve(GdalFolder.cleaned(String.valueOf(real.getFileName())));
            if (Signatures.driverOfNamedFiles(source.read(0, RasterReader.HEAD_LENGTH))
                    .isPresent()) {
                put(source, link, depth + 1);
            } else {
                GdalFile.requireOwnPixels(source);
                GdalFolder.put(source, link);
            }
            GdalFolder.putSideFiles(new SideFiles(source, context), link);
            placed.put(real, link);
            return link;
        }
    }

    /** Returns the real path of a file; whether there is one outside of the folders is not revealed. */
    private Path allowed(Path named, StorageObject by) {
        Path real = real(named);
        if (real == null || context.options().sourceFolders().stream().noneMatch(real::startsWith)) {
            throw refused(
                    by,
                    "it names '%s', expected a file in one of the folders of the option sourceFolders"
                            .formatted(named));
        }
        return real;
    }

    private static @Nullable Path real(Path named) {
        try {
            Path real = named.toRealPath();
            return Files.isRegularFile(real) ? real : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static StacGeneratorException refused(StorageObject object, String reason) {
        return new StacGeneratorException(
                ErrorCode.UNSUPPORTED_RASTER, "%s is not read: %s".formatted(object.href(), reason));
    }
}
