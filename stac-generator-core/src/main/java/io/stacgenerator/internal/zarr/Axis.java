package io.stacgenerator.internal.zarr;

import io.stacgenerator.internal.datetime.CfTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a dimension is, by its coordinate or else its name (CF conventions 1.11, chapter 4). */
enum Axis {
    X("longitude", "projection_x_coordinate", "degrees?_?e(ast)?", "x|lon|longitude"),
    Y("latitude", "projection_y_coordinate", "degrees?_?n(orth)?", "y|lat|latitude"),
    Z("altitude", "height", "", "z"),
    T("time", "time", "", "t|time"),
    OTHER("", "", "", "");

    private final String geographic;
    private final String projected;
    private final String degrees;
    private final String names;

    Axis(String geographic, String projected, String degrees, String names) {
        this.geographic = geographic;
        this.projected = projected;
        this.degrees = degrees;
        this.names = names;
    }

    static Axis of(String dimension, @Nullable ZarrArray coordinate) {
        String letter = text(coordinate, "axis");
        String standard = text(coordinate, "standard_name");
        String units = text(coordinate, "units");
        if (CfTime.of(units, null).isPresent()) {
            return T;
        }
        for (Axis axis : values()) {
            boolean said = letter.equalsIgnoreCase(axis.name())
                    || (!standard.isEmpty() && (standard.equals(axis.geographic) || standard.equals(axis.projected)))
                    || (!units.isEmpty() && units.matches(axis.degrees));
            if (said || dimension.toLowerCase(Locale.ROOT).matches(axis.names)) {
                return axis;
            }
        }
        return OTHER;
    }

    /** Returns whether a coordinate is in degrees of longitude or latitude. */
    boolean isGeographic(ZarrArray coordinate) {
        return text(coordinate, "standard_name").equals(geographic)
                || text(coordinate, "units").matches(degrees);
    }

    private static String text(@Nullable ZarrArray coordinate, String attribute) {
        return coordinate == null
                ? ""
                : coordinate.text(attribute).orElse("").strip().toLowerCase(Locale.ROOT);
    }
}
