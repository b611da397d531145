package io.stacgenerator.internal.crs;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reference system that well-known text defines, in WKT 1 of GDAL or ESRI or in WKT 2, or PROJJSON. */
final class WktCrs {

    private static final Set<String> WKT2 =
            Set.of("GEOGCRS", "GEODCRS", "PROJCRS", "BOUNDCRS", "COMPOUNDCRS", "ENGCRS");
    private static final Set<String> REGISTERS = Set.of("EPSG", "ESRI");

    private WktCrs() {}

    /** Describes the system; one with what is not understood for certain by its name and code alone. */
    static CrsDefinition of(WktNode root, String text) {
        return of(root, WKT2.contains(root.keyword()) ? text.strip() : null, null);
    }

    /** Describes the system of PROJJSON in the same way. */
    static CrsDefinition of(Map<String, Object> projjson) {
        return of(ProjJsonNode.of(projjson), null, projjson);
    }

    private static CrsDefinition of(WktNode root, @Nullable String wkt2, @Nullable Map<String, Object> projjson) {
        if (root.keyword().equals("LOCAL_CS") || root.keyword().equals("ENGCRS")) {
            return ReferenceSystems.definition(null, root.name(), null, projjson, wkt2, false);
        }
        WktNode horizontal = horizontal(root);
        String code = root.keyword().equals("BOUNDCRS") ? null : code(root, horizontal);
        Optional<DefinedCrs> defined = new WktReader(shift(root, horizontal)).read(horizontal);
        boolean written = wkt2 != null || projjson != null;
        return ReferenceSystems.definition(
                code,
                horizontal.name(),
                defined.map(DefinedCrs::proj).orElse(null),
                written ? projjson : defined.map(DefinedCrs::projjson).orElse(null),
                wkt2,
                WktReader.terrestrial(horizontal));
    }

    private static WktNode horizontal(WktNode node) {
        return switch (node.keyword()) {
            case "BOUNDCRS" ->
                node.child("SOURCECRS")
                        .filter(source -> !source.children().isEmpty())
                        .map(source -> horizontal(source.children().get(0)))
                        .orElse(node);
            case "COMPOUNDCRS", "COMPD_CS" ->
                node.children().isEmpty() ? node : horizontal(node.children().get(0));
            default -> node;
        };
    }

    /** A code of the whole counts, else that of its map. */
    private static @Nullable String code(WktNode root, WktNode horizontal) {
        String code = code(root);
        return code == null ? code(horizontal) : code;
    }

    private static @Nullable String code(WktNode node) {
        return node.child("ID", "AUTHORITY")
                .filter(id -> id.values().size() > 1 && REGISTERS.contains(id.name()))
                .map(id -> id.name() + ":" + id.values().get(1))
                .orElse(null);
    }

    /** Returns the numbers of {@code +towgs84} of a bound system, or null for none; not a number where not known. */
    private static double @Nullable [] shift(WktNode root, WktNode horizontal) {
        WktNode bound = root.keyword().equals("BOUNDCRS")
                ? root
                : root.child("BOUNDCRS").orElse(null);
        if (bound != null) {
            return bound.child("ABRIDGEDTRANSFORMATION")
                    .map(WktReader::parameters)
                    .orElse(new double[] {Double.NaN});
        }
        return WktReader.toWgs84(horizontal);
    }
}
