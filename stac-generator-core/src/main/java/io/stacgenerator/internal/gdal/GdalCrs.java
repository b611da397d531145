package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.proj.NamedSystems;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gdal.osr.SpatialReference;
import org.jspecify.annotations.Nullable;

/** What GDAL says of a reference system. */
final class GdalCrs {

    /** PROJ does not escape those in names, and on one line writes no others. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private GdalCrs() {}

    /**
     * Describes a system, a compound one with its heights; null when there is none, or only an empty one without a
     * name, as drivers make of a file that does not say.
     */
    static @Nullable CrsDefinition of(@Nullable SpatialReference system) {
        return system == null || system.GetName() == null ? null : describe(system);
    }

    /** Describes a system as it is. */
    static CrsDefinition describe(SpatialReference system) {
        String wkt2 = wkt2(system);
        return ReferenceSystems.definition(
                code(system, wkt2),
                system.GetName(),
                text(out -> system.ExportToProj4(out)),
                projjson(system),
                wkt2,
                terrestrial(system));
    }

    /**
     * No code says what shift of datum a system is bound to. A compound system that carries none has that of the listed
     * one with its parts, else that of its map.
     */
    private static @Nullable String code(SpatialReference system, @Nullable String wkt2) {
        if (wkt2 != null && wkt2.contains("BOUNDCRS[")) {
            return null;
        }
        String code = EpsgMatch.code(system);
        if (code == null && system.IsCompound() != 0) {
            SpatialReference horizontal = system.Clone();
            horizontal.StripVertical();
            String map = EpsgMatch.code(horizontal);
            return NamedSystems.compound(map, system.GetAuthorityCode("VERT_CS"))
                    .orElse(map);
        }
        return code;
    }

    /** Writes WKT2:2019; null where GDAL cannot. */
    static @Nullable String wkt2(SpatialReference system) {
        return text(out -> system.ExportToWkt(out, StringVector.of(List.of("FORMAT=WKT2_2019"))));
    }

    /** Null also where a name is not UTF-8: Java's native interface then cuts the end of the text off. */
    private static @Nullable Map<String, Object> projjson(SpatialReference system) {
        String json = text(out -> system.ExportToPROJJSON(out, StringVector.of(List.of("MULTILINE=NO"))));
        try {
            return json == null ? null : JsonText.parse(CONTROL.matcher(json).replaceAll(" "), AssetBudget.elements());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Every ellipsoid of the Earth has a semi-major axis of about 6378 km. */
    private static boolean terrestrial(SpatialReference system) {
        if (system.IsLocal() != 0) {
            return false;
        }
        double axis = system.GetSemiMajor();
        return axis > 6_300_000 && axis < 6_400_000;
    }

    /** Not every system can be written in every form; GDAL then reports an error, which these bindings throw. */
    private static @Nullable String text(Export export) {
        String[] out = new String[1];
        try {
            export.to(out);
        } catch (RuntimeException e) {
            return null;
        }
        return out[0] == null || out[0].isBlank() ? null : out[0];
    }

    private interface Export {

        void to(String[] out);
    }
}
