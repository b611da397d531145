package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.storage.SideFiles;
import io.stacgenerator.internal.storage.SideNames;
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
import org.jspecify.annotations.Nullable;

/**
 * A file that GDAL opens by its path, in a temporary folder of its own with the side files that it may read and nothing
 * else: as links to local files, as copies of remote ones. The folder is deleted when this is closed.
 *
 * <p>So whatever GDAL looks for next to the file, it finds what was chosen and checked here. The bindings have no way
 * to read through a {@link StorageObject}, and GDAL's own network access would know neither its credentials nor its
 * policy. A remote file larger than {@value #LARGEST_COPY} bytes is refused.
 *
 * @param path the path of the link or the copy
 * @param href what the file is called in messages
 * @param hdf5 whether the file is HDF5 or NetCDF
 * @param folder the temporary folder, or null where GDAL reads the file in its place
 */
record GdalFile(
        Path path, String href, boolean hdf5, @Nullable Path folder) implements Closeable {

    private static final long LARGEST_COPY = 1L << 30;
    private static final int PIECE = 1 << 23;
    private static final int HEAD = 8;

    /** Hands a file over for reading, with those next to it that the policy allows. */
    static GdalFile of(StorageObject object, GenerationContext context) throws IOException {
        Path local = object.localPath();
        if (local != null && GdalSession.call(() -> GdalDrivers.trusted(local))) {
            return new GdalFile(local.toAbsolutePath(), object.href(), Signatures.ofHdf5(object.read(0, HEAD)), null);
        }
        SideFiles files = new SideFiles(object, context);
        return fill(object, files.names(), file -> {
            put(object, file.path);
            for (String name : files.names().all()) {
                file.add(name, files);
            }
        });
    }

    /**
     * Hands a local file over to be identified. Those next to it come with it where they are in the same folder, which
     * the policy allows then as well.
     */
    static GdalFile toIdentify(StorageObject object, Path local) throws IOException {
        SideNames names = new SideNames(object);
        Path real = local.toRealPath();
        return fill(object, names, file -> {
            Files.createSymbolicLink(file.path, real);
            for (String name : names.all()) {
                Path beside = local.resolveSibling(name);
                if (Files.isRegularFile(beside) && inOneFolder(real, beside.toRealPath())) {
                    Files.createSymbolicLink(file.path.resolveSibling(cleaned(name)), beside.toRealPath());
                }
            }
        });
    }

    private static boolean inOneFolder(Path one, Path other) {
        return one.resolveSibling(other.getFileName()).equals(other);
    }

    private static GdalFile fill(StorageObject object, SideNames names, Filling filling) throws IOException {
        boolean hdf5 = Signatures.ofHdf5(object.read(0, HEAD));
        if (object.localPath() == null) {
            requireSmall(object);
        }
        Path folder = Files.createTempDirectory("stac-generator-");
        GdalFile file = new GdalFile(folder.resolve(cleaned(names.fileName())), object.href(), hdf5, folder);
        try {
            filling.fill(file);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Puts files into the folder. */
    private interface Filling {

        void fill(GdalFile file) throws IOException;
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

    /** Some drivers go by the extension, so that it is kept; others take special characters for instructions. */
    private static String cleaned(String fileName) {
        String name = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        return name.isEmpty() || name.startsWith(".") ? "raster" + name : name;
    }

    private void add(String name, SideFiles files) throws IOException {
        try (StorageObject file = files.open(name).orElse(null)) {
            if (file == null) {
                return;
            }
            Path place = path.resolveSibling(cleaned(name));
            put(file, place);
            if (image(name) && !GdalSession.call(() -> GdalDrivers.plainTiff(place))) {
                Files.delete(place);
                files.warn(name, "expected a TIFF that names no other file");
            }
        }
    }

    /** GDAL opens overviews and masks with any driver. */
    private static boolean image(String name) {
        return name.endsWith(".ovr") || name.endsWith(".msk");
    }

    private static void put(StorageObject object, Path place) throws IOException {
        Path local = object.localPath();
        if (local == null) {
            requireSmall(object);
            copy(object, place);
        } else if (Files.notExists(place)) {
            Files.createSymbolicLink(place, local.toRealPath());
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
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
