package io.stacgenerator.internal.gdal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.osr.SpatialReference;
import org.jspecify.annotations.Nullable;

/** Finds the code of a reference system: the one it carries, else that of the registered system that it is. */
final class EpsgMatch {

    /** WGS 84, NAD83, NAD27, ETRS89 and WGS 72. */
    private static final int[] GEOGRAPHIC = {4326, 4269, 4267, 4258, 4322};

    /** Of systems with other names, the search takes a tenth of a second and is sure of none. */
    private static final Pattern NAME_OF_A_REGISTER = Pattern.compile("[/_]");

    /** Definitions round the axes too. */
    private static final double NEAR_METERS = 1;

    private EpsgMatch() {}

    /** Returns authority and code, such as {@code EPSG:32632}, or null when none is found. */
    static @Nullable String code(SpatialReference system) {
        String code = registered(system, null);
        if (code == null) {
            code = identified(system.Clone());
        }
        return code == null && NAME_OF_A_REGISTER.matcher(system.GetName()).find() ? searched(system) : code;
    }

    /** Knows geographic systems by name or datum, and the UTM zones on them. */
    private static @Nullable String identified(SpatialReference system) {
        for (int code : GEOGRAPHIC) {
            if (registered(system, "GEOGCS") == null && system.IsSameGeogCS(CrsImport.epsg(code)) != 0) {
                system.SetAuthority("GEOGCS", "EPSG", code);
            }
        }
        try {
            String code = system.AutoIdentifyEPSG() == 0 ? registered(system, null) : null;
            return code == null || same(system, CrsImport.of(code)) ? code : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /**
     * {@code AutoIdentifyEPSG} does not look at units, such as a UTM zone in feet or degrees counted in seconds, nor at
     * the axes of the ellipsoid.
     */
    private static boolean same(SpatialReference system, Optional<SpatialReference> listed) {
        return listed.filter(each -> same(each.GetLinearUnits(), system.GetLinearUnits()))
                .filter(each -> same(each.GetAngularUnits(), system.GetAngularUnits()))
                .filter(each -> Math.abs(each.GetSemiMajor() - system.GetSemiMajor()) < NEAR_METERS)
                .filter(each -> Math.abs(each.GetSemiMinor() - system.GetSemiMinor()) < NEAR_METERS)
                .isPresent();
    }

    /** Definitions round the radian to as few as 10 digits. */
    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.abs(a);
    }

    /** Searches the whole register as the ENVI driver does when it opens a file; these bindings have no other way. */
    private static @Nullable String searched(SpatialReference system) {
        String file = "/vsimem/stac-generator-" + UUID.randomUUID();
        Dataset written = gdal.GetDriverByName("ENVI").Create(file, 1, 1, 1);
        written.SetGeoTransform(new double[] {0, 1, 0, 0, 0, -1});
        written.SetSpatialRef(system);
        written.delete();
        Dataset read = gdal.OpenEx(file, 0, StringVector.of(List.of("ENVI")));
        SpatialReference found = read == null ? null : read.GetSpatialRef();
        try {
            return found == null ? null : registered(found, null);
        } finally {
            gdal.GetDriverByName("ENVI").Delete(file);
        }
    }

    @SuppressWarnings("NullAway") // null asks for the code of the system as a whole
    private static @Nullable String registered(SpatialReference system, @Nullable String part) {
        String authority = system.GetAuthorityName(part);
        String code = system.GetAuthorityCode(part);
        return authority == null || code == null ? null : authority + ":" + code;
    }
}
