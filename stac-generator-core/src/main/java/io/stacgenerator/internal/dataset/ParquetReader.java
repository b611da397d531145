package io.stacgenerator.internal.dataset;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.dataset.CompactProtocol.Struct;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the footers of Parquet (Apache Parquet format, "File Metadata" and parquet.thrift), and what GeoParquet 1.0 and
 * 1.1 say there of geometries. The fields are those of the table extension 1.2.0.
 */
public final class ParquetReader extends HeaderReader {

    private static final int SIGNATURE = 0x50415231; // PAR1, at both ends
    private static final int END = 8;

    /** As long as a metadata document may be; it grows with the number of row groups and columns. */
    private static final int LONGEST = 16 << 20;

    // the numbers of fields in parquet.thrift
    private static final int SCHEMA = 2;
    private static final int ROWS = 3;
    private static final int ROW_GROUPS = 4;
    private static final int KEY_VALUES = 5;

    @Override
    public String id() {
        return "parquet";
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return head.remaining() >= Integer.BYTES && head.getInt(head.position()) == SIGNATURE;
    }

    @Override
    Dataset describe(HeaderBytes bytes, GenerationContext context) throws IOException {
        Struct footer = footer(bytes);
        Dataset.Builder dataset = Dataset.builder("application/vnd.apache.parquet");
        List<Map<String, Object>> columns = ParquetColumn.of(footer.structs(SCHEMA));
        if (!columns.isEmpty()) {
            dataset.field("table:columns", columns);
        }
        footer.number(ROWS).ifPresent(rows -> {
            require(rows >= 0, "a number of rows, got " + rows);
            dataset.field("table:row_count", rows);
        });
        footer.structs(KEY_VALUES).stream()
                .filter(entry -> entry.text(1).orElse("").equals("geo"))
                .findFirst()
                .flatMap(entry -> entry.text(2))
                .ifPresent(geo ->
                        locate(JsonReader.object(geo, ErrorCode.INVALID_RASTER, "GeoParquet"), dataset, context));
        return dataset.build();
    }

    private static Struct footer(HeaderBytes bytes) throws IOException {
        ByteBuffer end = bytes.view(bytes.size() - END, END);
        int length = end.getInt(0);
        require(
                Integer.reverseBytes(end.getInt(Integer.BYTES)) == SIGNATURE && length > 0 && length <= LONGEST,
                "a footer of 1 to %d bytes before PAR1, got %d".formatted(LONGEST, length));
        return new CompactProtocol(bytes.view(bytes.size() - END - length, length)).structWithout(Set.of(ROW_GROUPS));
    }

    private static void locate(Map<String, Object> geo, Dataset.Builder dataset, GenerationContext context) {
        String primary = JsonValues.string(geo.get("primary_column")).orElse("");
        Map<String, Object> column =
                JsonValues.members(JsonValues.members(geo.get("columns")).get(primary));
        if (column.isEmpty()) {
            return;
        }
        dataset.field("table:primary_geometry", primary);
        List<Warning> warnings = new ArrayList<>();
        dataset.crs(crs(column, warnings).orElse(null));
        warnings.forEach(context::warn);
        bounds(JsonValues.elements(column.get("bbox")), dataset);
    }

    /** No system means longitude and latitude; one that is null is unknown (GeoParquet 1.1, crs). */
    private static Optional<CrsDefinition> crs(Map<String, Object> column, List<Warning> warnings) {
        if (!column.containsKey("crs")) {
            return ReferenceSystems.read("OGC:CRS84", warnings);
        }
        Map<String, Object> projjson = JsonValues.members(column.get("crs"));
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

    /** Boxes have two or three dimensions; those that cross the antimeridian have their west first (RFC 7946, 5). */
    private static void bounds(List<Object> bbox, Dataset.Builder dataset) {
        double[] box = bbox.stream()
                .filter(Number.class::isInstance)
                .mapToDouble(number -> ((Number) number).doubleValue())
                .toArray();
        if (box.length == 4 || box.length == 6) {
            double east = box[box.length / 2];
            dataset.bounds(box[0], box[1], east < box[0] ? east + 360 : east, box[box.length / 2 + 1]);
        }
    }
}
