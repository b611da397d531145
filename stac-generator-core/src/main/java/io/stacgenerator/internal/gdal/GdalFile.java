package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.gdal.named.FileBytes;
import io.stacgenerator.internal.storage.SideFiles;
import io.stacgenerator.internal.storage.SideNames;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gdal.gdal.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * A file that GDAL opens by its path, in a temporary folder of its own with the side files that it may read and nothing
 * else: as links to local files, as copies of remote ones. The folder is deleted when this is closed.
 *
 * <p>So whatever GDAL looks for next to the file, it finds what was chosen and checked here. The bindings have no way
 * to read through a {@link StorageObject}, and GDAL's own network access would know neither its credentials nor its
 * policy.
 *
 * @param path the path of the link or the copy
 * @param href what the file is called in messages
 * @param hdf5 whether the file is HDF5 or NetCDF, or names some
 * @param naming whether it is a VRT or an MRF, whose sources are in the folder too
 * @param folder the temporary folder, or null where GDAL reads the file in its place
 */
record GdalFile(
        Path path,
        String href,
        boolean hdf5,
        boolean naming,
        @Nullable Path folder) implements Closeable {

    /** Has two zeros: GDAL takes HDF5 with one in its path for the first file of several, and looks for that with 1. */
    private static final String FOLDER = "stac-generator-00-";

    /** Hands a file over for reading, with those next to it that the policy allows. */
    static GdalFile of(StorageObject object, GenerationContext context) throws IOException {
        Path local = object.localPath().orElse(null);
        ByteBuffer head = object.read(0, RasterReader.HEAD_LENGTH);
        if (local != null && GdalAccess.get().trusts(local)) {
            return new GdalFile(local.toAbsolutePath(), object.href(), Signatures.ofHdf5(head), false, null);
        }
        SideFiles files = new SideFiles(object, context);
        Optional<String> driver = Signatures.driverOfNamedFiles(head);
        if (driver.isPresent() && !GdalDrivers.added(driver.get())) {
            NamedSources sources = new NamedSources(context);
            // any source may be HDF5
            return fill(object, files.names(), true, true, path -> {
                sources.put(object, path);
                GdalFolder.putSideFiles(files, path);
            });
        }
        if (driver.isEmpty()) {
            requireOwnPixels(object);
        }
        return fill(object, files.names(), Signatures.ofHdf5(head), false, path -> {
            GdalFolder.put(object, path);
            if (HfaStatistics.hide(object, path)) {
                context.warn(new Warning(
                        "statistics-unavailable",
                        "the statistics in the tags of %s are left out: GDAL reads none beyond the 32-bit integers"
                                .formatted(object.href())));
            }
            GdalFolder.putSideFiles(files, path);
        });
    }

    /** Fails for a local file of which is known without GDAL that it ends too early, or that it names others. */
    static void requireWhole(StorageObject object) throws IOException {
        Path local = object.localPath().filter(Files::isRegularFile).orElse(null);
        if (local == null) {
            return;
        }
        GdalFolder.requireNoNames(object, local);
        try (FileBytes bytes = FileBytes.open(local)) {
            ClassicNetcdf.requireWhole(bytes, object.href());
        }
    }

    static void requireOwnPixels(StorageObject object) throws IOException {
        if (Signatures.namesFiles(object.read(0, RasterReader.HEAD_LENGTH))) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_RASTER,
                    "%s has the XML of a VRT or an MRF among its leading bytes".formatted(object.href()));
        }
    }

    /**
     * Hands a local file over to be identified. Those next to it come with it where they are in the same folder, which
     * the policy allows then as well.
     */
    static GdalFile toIdentify(StorageObject object, Path local) throws IOException {
        SideNames names = new SideNames(object);
        Path real = local.toRealPath();
        return fill(object, names, false, false, path -> {
            Files.createSymbolicLink(path, real);
            for (String name : names.all()) {
                Path beside = local.resolveSibling(name);
                if (Files.isRegularFile(beside) && inOneFolder(real, beside.toRealPath())) {
                    Files.createSymbolicLink(path.resolveSibling(GdalFolder.cleaned(name)), beside.toRealPath());
                }
            }
        });
    }

    private static boolean inOneFolder(Path one, Path other) {
        return one.resolveSibling(other.getFileName()).equals(other);
    }

    private static GdalFile fill(StorageObject object, SideNames names, boolean hdf5, boolean naming, Filling filling)
            throws IOException {
        if (object.localPath().isEmpty()) {
            GdalFolder.requireSmall(object);
        }
        Path folder = Files.createTempDirectory(FOLDER);
        Path path = folder.resolve(GdalFolder.cleaned(names.fileName()));
        try {
            filling.fill(path);
            return new GdalFile(path, object.href(), hdf5, naming, folder);
        } catch (IOException | RuntimeException e) {
            GdalFolder.delete(folder);
            throw e;
        }
    }

    /** Puts files next to where the raster is to be. */
    private interface Filling {

        void fill(Path path) throws IOException;
    }

    /** Opens the file; null when that cannot be, with the reason in GDAL's last message. */
    @Nullable Dataset open() {
        return naming ? GdalDrivers.openNaming(path.toString()) : GdalDrivers.open(path.toString());
    }

    /** Opens a file that {@link #open} refuses for an error which GDAL itself gets over; null when that cannot be. */
    @Nullable Dataset openWithErrors() {
        return naming ? null : GdalDrivers.openWithErrors(path);
    }

    /** Returns a text of GDAL with the path of this file replaced by its href. */
    String withHref(String text) {
        return text.replace(path.toString(), href);
    }

    /** Tells another process of the file; the folder stays here, to be deleted. */
    void write(WireOutput out) throws IOException {
        out.text(path.toString());
        out.text(href);
        out.flag(hdf5);
        out.flag(naming);
    }

    /** Reads what {@link #write} wrote. */
    static GdalFile read(WireInput in) throws IOException {
        return new GdalFile(Path.of(in.text()), in.text(), in.flag(), in.flag(), null);
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            GdalFolder.delete(folder);
        }
    }
}
