package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Vector;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gdal.gdal.BuildVRTOptions;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.Driver;
import org.gdal.gdal.gdal;
import org.jspecify.annotations.Nullable;

/**
 * The drivers of GDAL in this process, by their short names.
 *
 * <p>These are the drivers of formats that hold their pixels themselves, or in a file of the same name next to them. A
 * file of one of the other formats, VRT and MRF among them, names other files or addresses to be read or written:
 * whoever writes a file would choose what this process touches. So they are deregistered, for GDAL opens overviews and
 * masks with any driver that is registered. Those of VRT and MRF come back while a file of theirs is open whose sources
 * have been checked, see {@link NamedSources}. The system property {@value #PROPERTY} keeps more, by a list separated
 * by commas. Drivers that are kept but not installed have no effect.
 */
final class GdalDrivers {

    /** The system property that allows more drivers. */
    static final String PROPERTY = "stacgenerator.gdal.drivers";

    private static final long RASTER = 0x02;
    private static final long ARRAYS = 0x10;
    private static final long VERBOSE_ERROR = 0x40;
    private static final int FAILURE = 3;
    private static final int APPLICATION_DEFINED = 1;

    /** How GDAL names a file in the folder of the dataset. */
    private static final Pattern FILE_BESIDE = Pattern.compile(":::BASE:::[^/\\\\]+");

    private static final List<String> SELF_CONTAINED = List.of(
            ("AAIGrid ACE2 AirSAR BAG BIGGIF BLX BMP BSB BT BYN CALS CEOS COSAR CTable2 DIPEx DOQ1 DOQ2 DTED EHdr ELAS"
                            + " ENVI ESAT FIT FITS GFF GIF GPKG GRASSASCIIGrid GRIB GS7BG GSAG GSBG GSC GTiff GTX GXF HDF4"
                            + " HDF4Image HDF5 HDF5Image HEIF HF2 HFA IRIS ISG JDEM JP2ECW JP2KAK JP2Lura JP2MrSID"
                            + " JP2OpenJPEG JPEG JPEGXL KRO L1B LAN LCP Leveller LOSLAS MBTiles MSGN netCDF NGSGEOID NITF NTv2"
                            + " NWT_GRC NWT_GRD PAux PCIDSK PCRaster PNG PNM RIK RMF ROI_PAC RRASTER RST SAGA SAR_CEOS SGI"
                            + " SIGDEM SQLite SRTMHGT Terragen TGA USGSDEM WEBP Zarr ZMap")
                    .split(" "));

    /** The drivers whose files name others. */
    private static final List<String> NAMING = List.of("VRT", "MRF");

    /** The drivers that recognize a file by another one next to it, not by its bytes. */
    private static final Set<String> RAW = Set.of("EHdr", "ENVI", "PAux", "ROI_PAC", "RST", "SAGA");

    private static final Vector<String> TIFF = StringVector.of(List.of("GTiff"));

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("AAIGrid", "text/plain"),
            Map.entry("BAG", "application/x-hdf5"),
            Map.entry("BIGGIF", "image/gif"),
            Map.entry("BMP", "image/bmp"),
            Map.entry("FITS", "image/fits"),
            Map.entry("GIF", "image/gif"),
            Map.entry("GPKG", "application/geopackage+sqlite3"),
            Map.entry("GRIB", "application/wmo-GRIB2"),
            Map.entry("HDF4", "application/x-hdf"),
            Map.entry("HDF4Image", "application/x-hdf"),
            Map.entry("HDF5", "application/x-hdf5"),
            Map.entry("HDF5Image", "application/x-hdf5"),
            Map.entry("HEIF", "image/heif"),
            Map.entry("JP2ECW", "image/jp2"),
            Map.entry("JP2KAK", "image/jp2"),
            Map.entry("JP2Lura", "image/jp2"),
            Map.entry("JP2MrSID", "image/jp2"),
            Map.entry("JP2OpenJPEG", "image/jp2"),
            Map.entry("JPEG", "image/jpeg"),
            Map.entry("JPEGXL", "image/jxl"),
            Map.entry("MBTiles", "application/vnd.sqlite3"),
            Map.entry("netCDF", "application/netcdf"),
            Map.entry("NITF", "application/vnd.nitf"),
            Map.entry("PNG", "image/png"),
            Map.entry("VRT", "application/xml"),
            Map.entry("WEBP", "image/webp"),
            Map.entry("Zarr", "application/vnd.zarr; version=2"));

    private static final Set<String> MORE = names(System.getProperty(PROPERTY, ""));

    private static final Vector<String> ALLOWED = StringVector.of(
            Stream.concat(SELF_CONTAINED.stream(), MORE.stream()).toList());

    private static final Map<String, Driver> WITHHELD = new HashMap<>();

    private static volatile int kept = -1;
    private static int followed;

    private GdalDrivers() {}

    private static Set<String> names(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Deregisters all other drivers, again where someone else in this process has registered them since. */
    static void restrict() {
        if (gdal.GetDriverCount() == kept) {
            return;
        }
        synchronized (GdalDrivers.class) {
            for (int i = gdal.GetDriverCount() - 1; i >= 0; i--) {
                deregister(gdal.GetDriver(i));
            }
            kept = gdal.GetDriverCount();
        }
    }

    private static void deregister(Driver driver) {
        String name = driver.getShortName();
        boolean naming = NAMING.contains(name);
        if (ALLOWED.contains(name) || (naming && followed > 0)) {
            return;
        }
        if (naming) {
            WITHHELD.putIfAbsent(name, driver);
        }
        driver.Deregister();
    }

    /** Registers the drivers of files that name others until {@link #unfollow} is called as often as this. */
    static void follow() {
        restrict();
        synchronized (GdalDrivers.class) {
            if (followed++ == 0) {
                WITHHELD.values().forEach(Driver::Register);
                kept = gdal.GetDriverCount();
            }
        }
    }

    static void unfollow() {
        synchronized (GdalDrivers.class) {
            if (--followed == 0) {
                kept = -1;
                restrict();
            }
        }
    }

    /**
     * Returns whether a driver takes the file for one of its format.
     *
     * @param mayBeRaw whether the file may be bare pixels that a header next to it describes
     */
    static boolean identify(Path path, boolean mayBeRaw) {
        restrict();
        Driver driver = gdal.IdentifyDriverEx(path.toString(), RASTER, ALLOWED);
        return driver != null && (mayBeRaw || !RAW.contains(driver.getShortName()));
    }

    /**
     * Returns whether the file is for a driver that only {@value #PROPERTY} allows, which may follow what files name.
     */
    static boolean trusted(Path path) {
        restrict();
        return !MORE.isEmpty()
                && gdal.IdentifyDriverEx(path.toString(), RASTER, StringVector.of(List.copyOf(MORE))) != null;
    }

    /** Returns whether {@value #PROPERTY} allows a driver. */
    static boolean added(String driver) {
        return MORE.contains(driver);
    }

    /** Opens a file or a dataset in it; null when that cannot be, with the reason in GDAL's last message. */
    static @Nullable Dataset open(String name) {
        return open(name, ALLOWED);
    }

    /** Opens a VRT or an MRF whose sources have been checked; between {@link #follow} and {@link #unfollow}. */
    static @Nullable Dataset openNaming(String name) {
        return open(name, StringVector.of(NAMING));
    }

    /**
     * Opens a file for whose opening GDAL reports an error, such as a definition of a reference system that it cannot
     * read, though it goes on without. These bindings close such a dataset; within a VRT, which is of this call alone
     * and names nothing else, they keep it. Files whose tags may name overviews stay closed.
     */
    static @Nullable Dataset openWithErrors(Path path) {
        restrict();
        if (tagsNameOverviews(path.resolveSibling(path.getFileName() + ".aux.xml"))
                || gdal.IdentifyDriverEx(path.toString(), RASTER, TIFF) != null) {
            return null;
        }
        return gdal.BuildVRT(
                "", StringVector.of(List.of(path.toString())), new BuildVRTOptions(StringVector.of(List.of())));
    }

    private static boolean tagsNameOverviews(Path tags) {
        try {
            return Files.exists(tags) && Files.readString(tags, ISO_8859_1).contains("OVERVIEW");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the short name of the driver of a dataset, for one of {@link #openWithErrors} that of its file. */
    static String nameOf(Dataset dataset) {
        String name = dataset.GetDriver().getShortName();
        if (!dataset.GetDescription().isEmpty()) {
            return name;
        }
        String file = String.valueOf(dataset.GetFileList().get(0));
        Driver driver = gdal.IdentifyDriverEx(file, RASTER, ALLOWED);
        return driver == null ? name : driver.getShortName();
    }

    private static @Nullable Dataset open(String name, Vector<String> drivers) {
        restrict();
        Dataset dataset = gdal.OpenEx(name, RASTER | VERBOSE_ERROR, drivers);
        String overviews = dataset == null ? null : dataset.GetMetadataItem("OVERVIEW_FILE", "OVERVIEWS");
        if (overviews == null || FILE_BESIDE.matcher(overviews).matches()) {
            return dataset;
        }
        dataset.delete();
        gdal.Error(FAILURE, APPLICATION_DEFINED, "its overviews are in '%s', not next to it".formatted(overviews));
        return null;
    }

    /** Returns whether a file of overviews or of a mask is a TIFF that names no other file. */
    static boolean plainTiff(Path path) {
        Dataset dataset = open(path.toString(), TIFF);
        if (dataset == null) {
            return false;
        }
        boolean plain = dataset.GetMetadataItem("OVERVIEW_FILE", "OVERVIEWS") == null;
        dataset.delete();
        return plain;
    }

    /** Opens a file for the names of its arrays; null when that cannot be. */
    static @Nullable Dataset openArrays(String name) {
        restrict();
        return gdal.OpenEx(name, ARRAYS | VERBOSE_ERROR, ALLOWED);
    }

    static String mediaType(String driver) {
        return MEDIA_TYPES.getOrDefault(driver, UNKNOWN_TYPE);
    }
}
