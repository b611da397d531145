package io.stacgenerator.internal.crs;

import io.stacgenerator.internal.proj.CrsEntry;
import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A registered map projection with coordinates in another unit than the registered one. As in GDAL its origin stays
 * where it is on the ground, and it has no code.
 */
final class UnitOverride {

    private static final Pattern TO_METER = Pattern.compile(" \\+to_meter=(\\S+)");

    /** What ERDAS Imagine writes into citations. */
    private static final Pattern UNITS =
            Pattern.compile("(?im)^Units = (international|us.survey|survey)[_ ](?:feet|foot)$");

    private static final double INTERNATIONAL_FOOT = 0.3048;
    private static final double SURVEY_FOOT = 1200.0 / 3937;
    private static final double SAME = 1e-9;

    private UnitOverride() {}

    /** Returns the system; empty where the keys have no unit, or that of the code. */
    static Optional<CrsDefinition> of(GeoKeys keys, int code) {
        double told = UnitOfMeasure.linearSize(keys).orElse(cited(keys));
        return CrsTable.find(code)
                .filter(entry -> !entry.projString().startsWith("+proj=longlat"))
                .filter(entry -> Math.abs(told - unit(entry)) > SAME)
                .map(entry -> CrsDefinition.builder()
                        .name(entry.name())
                        .projString(proj(entry, told))
                        .build());
    }

    private static double cited(GeoKeys keys) {
        Matcher units = UNITS.matcher(Citation.of(keys, GeoKeys.PROJECTED_CITATION)
                        .text() + "\n" + Citation.of(keys, GeoKeys.CITATION).text());
        if (!units.find()) {
            return Double.NaN;
        }
        return units.group(1).equalsIgnoreCase("international") ? INTERNATIONAL_FOOT : SURVEY_FOOT;
    }

    private static double unit(CrsEntry entry) {
        Matcher unit = TO_METER.matcher(entry.projString());
        return unit.find() ? Double.parseDouble(unit.group(1)) : 1;
    }

    /**
     * Lengths of PROJ strings are in meters, whatever the unit is; null where one datum shift does not hold everywhere.
     */
    private static @Nullable String proj(CrsEntry entry, double unit) {
        String shifts = entry.shifts();
        return shifts.contains(";")
                ? null
                : TO_METER.matcher(entry.projString()).replaceFirst("")
                        + (shifts.isEmpty() ? "" : " +towgs84=" + shifts)
                        + (unit == 1 ? "" : " +to_meter=" + ProjNumber.text(unit));
    }
}
