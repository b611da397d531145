package io.stacgenerator.internal.dataset;

import io.stacgenerator.internal.dataset.CompactProtocol.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a Parquet schema, with their logical type where there is one (parquet.thrift, SchemaElement). */
final class ParquetColumn {

    // the numbers of fields of SchemaElement
    private static final int TYPE = 1;
    private static final int NAME = 4;
    private static final int CHILDREN = 5;
    private static final int LOGICAL_TYPE = 10;

    private static final int INTEGER = 10;

    private static final List<String> TYPES =
            List.of("boolean", "int32", "int64", "int96", "float", "double", "byte_array", "fixed_len_byte_array");

    private static final Map<Integer, String> LOGICAL_TYPES = Map.ofEntries(
            Map.entry(1, "string"),
            Map.entry(2, "map"),
            Map.entry(3, "list"),
            Map.entry(4, "enum"),
            Map.entry(5, "decimal"),
            Map.entry(6, "date"),
            Map.entry(7, "time"),
            Map.entry(8, "timestamp"),
            Map.entry(11, "null"),
            Map.entry(12, "json"),
            Map.entry(13, "bson"),
            Map.entry(14, "uuid"),
            Map.entry(15, "float16"),
            Map.entry(16, "variant"),
            Map.entry(17, "geometry"),
            Map.entry(18, "geography"));

    private ParquetColumn() {}

    /** Returns the columns of a schema, which has its elements in the order of a walk: each before its children. */
    static List<Map<String, Object>> of(List<Struct> schema) {
        List<Map<String, Object>> columns = new ArrayList<>();
        int at = 1; // after the root
        while (at < schema.size()) {
            Struct column = schema.get(at);
            columns.add(Map.of("name", column.text(NAME).orElse(""), "type", type(column)));
            at = after(schema, at);
        }
        return columns;
    }

    private static int after(List<Struct> schema, int element) {
        long open = 1;
        int at = element;
        while (open > 0 && at < schema.size()) {
            open += schema.get(at).number(CHILDREN).orElse(0L) - 1;
            at++;
        }
        return at;
    }

    private static String type(Struct column) {
        Optional<Struct> logical = column.struct(LOGICAL_TYPE);
        Optional<Struct> integer = logical.flatMap(type -> type.struct(INTEGER));
        if (integer.isPresent()) {
            boolean signed = !Boolean.FALSE.equals(integer.get().fields().get(2));
            return (signed ? "int" : "uint") + integer.get().number(1).orElse(0L);
        }
        return logical.flatMap(type -> type.fields().keySet().stream().findFirst())
                .map(LOGICAL_TYPES::get)
                .or(() -> column.number(TYPE)
                        .filter(type -> type >= 0 && type < TYPES.size())
                        .map(type -> TYPES.get(type.intValue())))
                .orElse("struct");
    }
}
