package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.gdal.named.NamedFiles;
import io.stacgenerator.internal.gdal.named.SqliteSchema;
import io.stacgenerator.internal.storage.SideFiles;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts files into the temporary folder that GDAL reads: links to local files, copies of remote ones and of databases. A
 * file to be copied that is larger than {@value #LARGEST_COPY} bytes is refused.
 */
final class GdalFolder {

    private static final long LARGEST_COPY = 1L << 30;
    private static final int PIECE = 1 << 23;

    private GdalFolder() {}

    /** Some drivers go by the extension, so that it is kept; others take special characters for instructions. */
    static String cleaned(String fileName) {
        String name = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        return name.isEmpty() || name.startsWith(".") ? "raster" + name : name;
    }

    static void requireSmall(StorageObject object) {
        if (object.size() > LARGEST_COPY) {
            throw new StacGeneratorException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "%s has %d bytes: GDAL reads a copy of it, and no more than %d are copied"
                            .formatted(object.href(), object.size(), LARGEST_COPY));
        }
    }

    /** Puts a file whose bytes name no other. */
    static void put(StorageObject object, Path place) throws IOException {
        place(object, place);
        requireNoNames(object, place);
    }

    /** Refuses a file whose bytes name others, and one that ends before its structure does. */
    static void requireNoNames(StorageObject object, Path place) throws IOException {
        named(object, place).ifPresent(named -> {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_RASTER,
                    "%s names %s, which GDAL would read; where local files of its format are trusted, start with -D%s=DRIVER, GDAL's short name of it such as HDF5 or netCDF"
                            .formatted(object.href(), named, GdalDrivers.PROPERTY));
        });
    }

    private static Optional<String> named(StorageObject object, Path place) throws IOException {
        try {
            return NamedFiles.in(place);
        } catch (EOFException e) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_RASTER,
                    "%s is truncated or damaged: %s".formatted(object.href(), e.getMessage()));
        }
    }

    private static void place(StorageObject object, Path place) throws IOException {
        Path local = object.localPath().orElse(null);
        boolean database = ofSqlite(object);
        if (database) {
            SqliteSchema.requireOwnTables(object);
        }
        if (local == null || database) {
            requireSmall(object);
            copy(object, place);
        } else if (Files.notExists(place)) {
            Files.createSymbolicLink(place, local.toRealPath());
        }
    }

    /** SQLite looks for a journal next to where a link leads, and may write there. */
    private static boolean ofSqlite(StorageObject object) throws IOException {
        return Signatures.ofSqlite(object.read(0, RasterReader.HEAD_LENGTH));
    }

    /** Adds what belongs to a raster, but nothing that leads GDAL to another file. */
    static void putSideFiles(SideFiles files, Path raster) throws IOException {
        for (String name : files.names().all()) {
            try (StorageObject file = files.open(name).orElse(null)) {
                if (file != null) {
                    putSideFile(file, name, files, raster.resolveSibling(cleaned(name)));
                }
            }
        }
    }

    private static void putSideFile(StorageObject file, String name, SideFiles files, Path place) throws IOException {
        if (Signatures.namesFiles(file.read(0, RasterReader.HEAD_LENGTH))) {
            files.warn(name, "it names other files");
            return;
        }
        place(file, place);
        Optional<String> named;
        try {
            named = NamedFiles.in(place);
        } catch (EOFException e) {
            Files.delete(place);
            files.warn(name, "it is truncated or damaged: " + e.getMessage());
            return;
        }
        if (named.isPresent()) {
            Files.delete(place);
            files.warn(name, "it names " + named.get());
        } else if (image(name) && !GdalAccess.get().isPlainTiff(place)) {
            Files.delete(place);
            files.warn(name, "expected a TIFF that names no other file");
        }
    }

    /** GDAL opens overviews and masks with any driver. */
    private static boolean image(String name) {
        return name.endsWith(".ovr") || name.endsWith(".msk");
    }

    /** Has a copy in the place of a link, so that it can be changed. */
    static void requireCopy(StorageObject object, Path place) throws IOException {
        if (Files.isSymbolicLink(place)) {
            requireSmall(object);
            Files.delete(place);
            copy(object, place);
        }
    }

    private static void copy(StorageObject object, Path path) throws IOException {
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long at = 0; at < object.size(); at += PIECE) {
                ByteBuffer piece = object.read(at, (int) Math.min(PIECE, object.size() - at));
                while (piece.hasRemaining()) {
                    out.write(piece);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
