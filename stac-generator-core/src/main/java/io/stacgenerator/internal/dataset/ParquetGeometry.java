package io.stacgenerator.internal.dataset;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.dataset.CompactProtocol.Struct;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The geometries of a table: those that GeoParquet 0.1 to 2.0 says are primary, or the only ones of the types that
 * Parquet itself has (Apache Parquet format, "Geospatial").
 *
 * @param name the name of the column
 * @param crs its reference system: a definition or PROJJSON, null where it is unknown
 * @param box two or three dimensions, least first; one that crosses the antimeridian has its west first
 */
record ParquetGeometry(String name, @Nullable Object crs, List<Double> box) {

    /** What is meant where no system is said: longitude and latitude. */
    private static final String DEFAULT_CRS = "OGC:CRS84";

    private static final double WHOLE_TURN = 360;

    private static final String IN_METADATA = "projjson:";
    private static final String SRID = "srid:";

    static Optional<ParquetGeometry> of(ParquetFooter footer, GenerationContext context) {
        return footer.value("geo")
                .flatMap(geo -> object(geo, "GeoParquet", context))
                .flatMap(geo -> primary(geo, footer))
                .or(() -> ofTypes(footer));
    }

    private static Optional<Map<String, Object>> object(String text, String what, GenerationContext context) {
        try {
            return Optional.of(JsonReader.object(text, ErrorCode.INVALID_RASTER, what));
        } catch (StacGeneratorException e) {
            context.warn(new Warning("georeference-unreadable", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static Optional<ParquetGeometry> primary(Map<String, Object> geo, ParquetFooter footer) {
        String name = JsonValues.string(geo.get("primary_column")).orElse("");
        Map<String, Object> column =
                JsonValues.members(JsonValues.members(geo.get("columns")).get(name));
        if (column.isEmpty()) {
            return Optional.empty();
        }
        List<Double> box = numbers(JsonValues.elements(column.get("bbox")));
        return Optional.of(new ParquetGeometry(
                name, column.getOrDefault("crs", DEFAULT_CRS), box.isEmpty() ? measured(footer, name, column) : box));
    }

    private static List<Double> numbers(List<Object> values) {
        return values.stream()
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).doubleValue())
                .toList();
    }

    private static List<Double> measured(ParquetFooter footer, String name, Map<String, Object> said) {
        return footer.columns().stream()
                .filter(column ->
                        column.name().equals(name) && column.geometry().isPresent())
                .findFirst()
                .map(column -> union(footer.boxes(column)))
                .filter(box -> !box.isEmpty())
                .orElseGet(() -> covered(footer, said));
    }

    /**
     * Encloses the boxes of all features, of which each side is a column (GeoParquet 1.1, "covering"). Those that cross
     * the antimeridian have their west first, so that the least west is not that of all.
     */
    private static List<Double> covered(ParquetFooter footer, Map<String, Object> column) {
        Map<String, Object> covering =
                JsonValues.members(JsonValues.members(column.get("covering")).get("bbox"));
        List<ParquetColumn> sides = Stream.of("xmin", "ymin", "xmax", "ymax")
                .flatMap(side -> footer.column(JsonValues.elements(covering.get(side))).stream())
                .toList();
        if (sides.size() < 4) {
            return List.of();
        }
        double west = footer.least(sides.get(0));
        double east = footer.greatest(sides.get(2));
        List<Double> box = List.of(west, footer.least(sides.get(1)), east, footer.greatest(sides.get(3)));
        boolean isWrapped = west > footer.least(sides.get(2)) || footer.greatest(sides.get(0)) > east;
        return box.stream().allMatch(Double::isFinite) && !isWrapped ? box : List.of();
    }

    /** Of several columns of geometries none is primary. */
    private static Optional<ParquetGeometry> ofTypes(ParquetFooter footer) {
        List<ParquetColumn> columns = footer.columns().stream()
                .filter(column -> column.geometry().isPresent())
                .toList();
        return columns.size() == 1 ? Optional.of(ofType(columns.get(0), footer)) : Optional.empty();
    }

    private static ParquetGeometry ofType(ParquetColumn column, ParquetFooter footer) {
        String crs = column.geometry().flatMap(type -> type.text(1)).orElse(DEFAULT_CRS);
        return new ParquetGeometry(column.name(), definition(crs, footer), union(footer.boxes(column)));
    }

    /** The register of an identifier is not said; GDAL takes it for EPSG's too, and 0 stands for unknown. */
    private static @Nullable String definition(String crs, ParquetFooter footer) {
        if (crs.startsWith(SRID)) {
            String code = crs.substring(SRID.length());
            return code.equals("0") ? null : "EPSG:" + code;
        }
        return crs.startsWith(IN_METADATA)
                ? footer.value(crs.substring(IN_METADATA.length())).orElse(null)
                : crs;
    }

    /** Encloses the boxes of row groups: x and y, least and greatest, are their first four fields. */
    private static List<Double> union(List<Struct> boxes) {
        boolean wrapped = false;
        double[] union = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (Struct box : boxes) {
            double west = box.real(1).orElse(Double.NaN);
            double east = box.real(2).orElse(Double.NaN);
            union[0] = Math.min(union[0], west);
            wrapped |= east < west;
            union[1] = Math.min(union[1], box.real(3).orElse(Double.NaN));
            union[2] = Math.max(union[2], unwrapped(west, east));
            union[3] = Math.max(union[3], box.real(4).orElse(Double.NaN));
        }
        return DoubleStream.of(union).allMatch(Double::isFinite)
                ? List.of(union[0], union[1], wrapped ? Math.min(union[2], union[0] + WHOLE_TURN) : union[2], union[3])
                : List.of();
    }

    /** Boxes that cross the antimeridian have their west first (RFC 7946, 5; Parquet's "Geospatial"). */
    private static double unwrapped(double west, double east) {
        return east < west ? east + WHOLE_TURN : east;
    }

    void locate(Dataset.Builder dataset, GenerationContext context) {
        dataset.field("table:primary_geometry", name);
        List<Warning> warnings = new ArrayList<>();
        dataset.crs(system(context, warnings).orElse(null));
        warnings.forEach(context::warn);
        if (box.size() == 4 || box.size() == 6) {
            int half = box.size() / 2;
            dataset.bounds(box.get(0), box.get(1), unwrapped(box.get(0), box.get(half)), box.get(half + 1));
        }
    }

    /** Before GeoParquet 0.4 a system was well-known text. */
    private Optional<CrsDefinition> system(GenerationContext context, List<Warning> warnings) {
        if (!(crs instanceof String text)) {
            return system(JsonValues.members(crs), warnings);
        }
        return text.stripLeading().startsWith("{")
                ? object(text, "PROJJSON", context).flatMap(projjson -> system(projjson, warnings))
                : ReferenceSystems.read(text, warnings);
    }

    private static Optional<CrsDefinition> system(Map<String, Object> projjson, List<Warning> warnings) {
        if (projjson.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> id = JsonValues.members(projjson.get("id"));
        return id.containsKey("code")
                ? ReferenceSystems.read(id.get("authority") + ":" + id.get("code"), warnings)
                : ReferenceSystems.read(JsonText.compact(projjson), warnings)
                        .or(() -> Optional.of(
                                CrsDefinition.builder().projjson(projjson).build()));
    }
}
