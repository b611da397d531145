package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.storage.SideFiles;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that GDAL opens by its path: a local file itself, of a remote one a copy in a temporary folder of its own,
 * which is deleted when this is closed.
 *
 * <p>The bindings have no way to read through a {@link StorageObject}, and GDAL's own network access would know neither
 * its credentials nor its policy. What stands beside a remote file is copied with it where the options ask for it. A
 * file larger than {@value #LARGEST_COPY} bytes is refused.
 *
 * @param path the path of the file or of its copy
 * @param href what the file is called in messages
 * @param hdf5 whether the file is HDF5 or NetCDF
 * @param folder the temporary folder of the copy, or null for a local file
 */
record GdalFile(
        Path path, String href, boolean hdf5, @Nullable Path folder) implements Closeable {

    private static final long LARGEST_COPY = 1L << 30;
    private static final int PIECE = 1 << 23;
    private static final int HEAD = 8;

    static GdalFile of(StorageObject object, GenerationContext context) throws IOException {
        boolean hdf5 = Signatures.ofHdf5(object.read(0, HEAD));
        Path local = object.localPath();
        if (local != null) {
            return new GdalFile(local.toAbsolutePath(), object.href(), hdf5, null);
        }
        requireSmall(object);
        SideFiles beside = new SideFiles(object, context);
        Path folder = Files.createTempDirectory("stac-generator-");
        GdalFile file = new GdalFile(folder.resolve(copyName(beside.fileName())), object.href(), hdf5, folder);
        try {
            copy(object, file.path);
            copy(beside, folder);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Returns a text of GDAL with the path of this file replaced by its href. */
    String withHref(String text) {
        return text.replace(path.toString(), href);
    }

    private static void requireSmall(StorageObject object) {
        if (object.size() > LARGEST_COPY) {
            throw new StacGeneratorException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "%s has %d bytes: GDAL reads a copy of a remote file, and no more than %d are copied"
                            .formatted(object.href(), object.size(), LARGEST_COPY));
        }
    }

    /** Some drivers go by the extension, so that the copy keeps it. */
    private static String copyName(String fileName) {
        String name = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        return name.isEmpty() || name.startsWith(".") ? "raster" + name : name;
    }

    private static void copy(SideFiles beside, Path folder) throws IOException {
        Stream<String> suffixed = Stream.of(".aux.xml", ".ovr", ".msk").map(suffix -> beside.fileName() + suffix);
        Stream<String> others = Stream.concat(beside.worldFiles().stream(), Stream.of(beside.stem() + ".prj"));
        for (String name : Stream.concat(suffixed, others).distinct().toList()) {
            try (StorageObject file = beside.open(name).orElse(null)) {
                if (file != null) {
                    requireSmall(file);
                    copy(file, folder.resolve(copyName(name)));
                }
            }
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

    @Override
    public void close() throws IOException {
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder)) {
            for (Path copy : copies) {
                Files.delete(copy);
            }
        }
        Files.delete(folder);
    }
}
