package io.stacgenerator.internal.dataset;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Reads the headers of FlatGeobuf 3 (FlatGeobuf specification and header.fbs). The fields are those of the table
 * extension 1.2.0.
 */
public final class FlatGeobufReader extends HeaderReader {

    private static final int SIGNATURE =
            0x666762; // fgb; the next byte is the version, and that of the next word any patch
    private static final int VERSION = 3;
    private static final int START = 12;

    /** A header has some kilobytes, well-known text included; tables of thousands of columns stay below this. */
    private static final int LONGEST = 4 << 20;

    // the numbers of fields in header.fbs
    private static final int ENVELOPE = 1;
    private static final int COLUMNS = 7;
    private static final int FEATURES = 8;
    private static final int CRS = 10;

    private static final List<String> TYPES = List.of(
            "byte",
            "ubyte",
            "bool",
            "short",
            "ushort",
            "int",
            "uint",
            "long",
            "ulong",
            "float",
            "double",
            "string",
            "json",
            "datetime",
            "binary");

    @Override
    public String id() {
        return "flatgeobuf";
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return head.remaining() >= START && head.getInt(head.position()) >>> Byte.SIZE == SIGNATURE;
    }

    @Override
    Dataset describe(HeaderBytes bytes, GenerationContext context) throws IOException {
        ByteBuffer start = bytes.view(0, START);
        require(start.get(VERSION) == 3, "FlatGeobuf 3, got %d".formatted(start.get(VERSION) & 0xFF));
        int length = start.getInt(START - Integer.BYTES);
        require(length > 0 && length <= LONGEST, "a header of 1 to %d bytes, got %d".formatted(LONGEST, length));
        FlatTable header = FlatTable.root(bytes.view(START, length));
        List<Warning> warnings = new ArrayList<>();
        Dataset.Builder dataset = Dataset.builder("application/vnd.flatgeobuf")
                .crs(header.table(CRS).flatMap(crs -> crs(crs, warnings)).orElse(null));
        warnings.forEach(context::warn);
        double[] box = header.doubles(ENVELOPE);
        if (box.length >= 4 && DoubleStream.of(box).allMatch(Double::isFinite)) {
            dataset.bounds(box[0], box[1], box[2], box[3]);
        }
        List<Map<String, Object>> columns = columns(header);
        if (!columns.isEmpty()) {
            dataset.field("table:columns", columns);
        }
        long features = header.longInteger(FEATURES);
        if (features > 0) { // 0 stands for an unknown number
            dataset.field("table:row_count", features);
        }
        return dataset.build();
    }

    /** Columns may share their strings, so that a short header can stand for any amount of text. */
    private static List<Map<String, Object>> columns(FlatTable header) {
        List<Map<String, Object>> columns = new ArrayList<>();
        long length = 0;
        for (FlatTable table : header.tables(COLUMNS)) {
            Map<String, Object> column = column(table);
            length += column.toString().length();
            require(length <= LONGEST, "columns of at most %d characters".formatted(LONGEST));
            columns.add(column);
        }
        return columns;
    }

    private static Map<String, Object> column(FlatTable column) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", column.text(0).orElse(""));
        column.text(3).filter(text -> !text.isBlank()).ifPresent(text -> members.put("description", text));
        int type = column.unsignedByte(1);
        require(type < TYPES.size(), "a type of columns below %d, got %d".formatted(TYPES.size(), type));
        members.put("type", TYPES.get(type));
        return members;
    }

    private static Optional<CrsDefinition> crs(FlatTable crs, List<Warning> warnings) {
        String authority = crs.text(0).filter(text -> !text.isBlank()).orElse("EPSG");
        String code = crs.text(5)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> crs.integer(1) > 0 ? String.valueOf(crs.integer(1)) : "");
        return code.isEmpty()
                ? crs.text(4).flatMap(wkt -> ReferenceSystems.read(wkt, warnings))
                : ReferenceSystems.read(authority + ":" + code, warnings);
    }
}
