package io.stacgenerator.internal.gdal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gdal.gdal.gdal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The natives of GDAL's Java bindings, looked for and loaded once, when they are first asked for.
 *
 * <p>They are the file that the system property {@value #PROPERTY} names, else the first {@code libgdalalljni.so} in
 * the folders of {@code java.library.path} and where distributions put it. The bindings look in
 * {@code java.library.path} themselves: where that does not lead to the file they say so on stderr, though they work.
 * Thread-safe.
 */
final class GdalNatives {

    /** The system property that holds the path of the library. */
    static final String PROPERTY = "stacgenerator.gdal.library";

    private static final Logger LOG = LoggerFactory.getLogger(GdalNatives.class);
    private static final String LIBRARY = System.mapLibraryName("gdalalljni");
    private static final List<Path> FOLDERS = Stream.of(
                    "/usr/lib/jni", "/usr/lib", "/usr/local/lib/jni", "/usr/local/lib")
            .map(Path::of)
            .toList();
    private static final String REMEDY =
            "run scripts/install-gdal on Debian, or install GDAL with its Java bindings and give the path of %s by -D%s"
                    .formatted(LIBRARY, PROPERTY);

    private static final String CACHE = "GDAL_CACHEMAX";

    /** A row of tiles of 512 pixels in a raster of 100,000 columns with bands of 4 bytes has 200 MB. */
    private static final int LARGEST_CACHE = 256 << 20;

    private static final String ALLOWANCE =
            "allow native access, or let all class loaders share one of the bindings, as docs/gdal.md describes";

    private final @Nullable String fault;
    private final boolean installed;

    private GdalNatives(@Nullable String fault, boolean installed) {
        this.fault = fault;
        this.installed = installed;
    }

    /** Returns the natives of this JVM. */
    static GdalNatives get() {
        return Holder.NATIVES;
    }

    /**
     * Looks for the natives and loads them.
     *
     * @param property the path of the library, or null where it is to be looked for
     * @param libraryPath folders in the form of {@code java.library.path}, or null
     */
    static GdalNatives load(@Nullable String property, @Nullable String libraryPath) {
        Optional<Path> library = find(property, libraryPath);
        GdalNatives natives =
                new GdalNatives(library.isPresent() ? load(library.get()) : absent(property), library.isPresent());
        if (natives.broken()) {
            LOG.warn("{}", natives.missing().orElse(""));
        } else {
            LOG.debug("{}", natives.missing().orElse("GDAL is loaded"));
        }
        return natives;
    }

    boolean available() {
        return fault == null;
    }

    /** Returns whether GDAL is installed, and yet cannot be used by this process or class loader. */
    boolean broken() {
        return installed && fault != null;
    }

    /** Returns what is missing and how to add it; empty when nothing is. */
    Optional<String> missing() {
        return Optional.ofNullable(fault)
                .map(text ->
                        "NetCDF, HDF, GRIB and other formats are not read, nor the pixels of JPEG 2000, as GDAL %s; %s"
                                .formatted(text, installed ? ALLOWANCE : REMEDY));
    }

    private static Optional<Path> find(@Nullable String property, @Nullable String libraryPath) {
        Stream<Path> candidates = property == null
                ? Stream.concat(folders(libraryPath), FOLDERS.stream()).map(folder -> folder.resolve(LIBRARY))
                : Stream.of(Path.of(property));
        return candidates.filter(Files::isRegularFile).map(Path::toAbsolutePath).findFirst();
    }

    private static Stream<Path> folders(@Nullable String libraryPath) {
        return libraryPath == null
                ? Stream.empty()
                : Stream.of(libraryPath.split(Pattern.quote(File.pathSeparator)))
                        .filter(each -> !each.isEmpty())
                        .map(Path::of);
    }

    private static String absent(@Nullable String property) {
        return property == null
                ? "is not installed: no %s in java.library.path or in %s".formatted(LIBRARY, FOLDERS)
                : "is not where the property %s says: %s is not a file".formatted(PROPERTY, property);
    }

    /** Loads the library; returns why it does not work, or null when it does. */
    private static @Nullable String load(Path library) {
        try {
            if (gdal.class.getClassLoader() == GdalNatives.class.getClassLoader()) {
                System.load(library.toString());
            } // else the bindings are shared by several deployments, and load for all what java.library.path leads to
            gdal.AllRegister();
            GdalDrivers.restrict();
            boundCache();
            return null;
        } catch (LinkageError | RuntimeException e) {
            // a second class loader is refused by an UnsatisfiedLinkError, a Java that denies natives by its own
            // exception
            return "does not load from %s: %s".formatted(library, e);
        }
    }

    /**
     * GDAL takes 5% of the memory of the machine for blocks that it has decoded, beyond the heap, unless told
     * otherwise.
     */
    private static void boundCache() {
        if (gdal.GetConfigOption(CACHE) == null && Integer.toUnsignedLong(gdal.GetCacheMax()) > LARGEST_CACHE) {
            gdal.SetCacheMax(LARGEST_CACHE);
        }
    }

    private static final class Holder {

        private static final GdalNatives NATIVES =
                load(System.getProperty(PROPERTY), System.getProperty("java.library.path"));
    }
}
