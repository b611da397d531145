package io.stacgenerator.internal.dataset;

import io.stacgenerator.internal.dataset.CompactProtocol.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a Parquet schema, with its logical type where there is one (parquet.thrift, SchemaElement).
 *
 * @param elements the element of the schema, and those below it in the order of a walk: each before its children
 * @param leaf how many columns with values of their own are in front of it
 */
record ParquetColumn(List<Struct> elements, int leaf) {

    // the numbers of fields of SchemaElement
    private static final int TYPE = 1;
    private static final int NAME = 4;
    private static final int CHILDREN = 5;
    private static final int LOGICAL_TYPE = 10;

    private static final int INTEGER = 10;
    private static final int GEOMETRY = 17;
    private static final int GEOGRAPHY = 18;

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
            Map.entry(GEOMETRY, "geometry"),
            Map.entry(GEOGRAPHY, "geography"));

    /** Returns the columns of a schema, which has its elements in the order of a walk. */
    static List<ParquetColumn> of(List<Struct> schema) {
        return below(schema, 0);
    }

    private static List<ParquetColumn> below(List<Struct> schema, int before) {
        List<ParquetColumn> columns = new ArrayList<>();
        int leaf = before;
        int at = 1; // after the one that they are below
        while (at < schema.size()) {
            ParquetColumn column = new ParquetColumn(schema.subList(at, after(schema, at)), leaf);
            columns.add(column);
            leaf += column.leaves();
            at += column.elements().size();
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

    private int leaves() {
        return (int) elements.stream()
                .filter(element -> element.number(CHILDREN).orElse(0L) == 0)
                .count();
    }

    /** Returns the columns within this one. */
    List<ParquetColumn> children() {
        return below(elements, leaf);
    }

    private Struct element() {
        return elements.get(0);
    }

    String name() {
        return element().text(NAME).orElse("");
    }

    /** Returns the members of {@code table:columns}. */
    Map<String, Object> fields() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", name());
        members.put("type", type());
        return members;
    }

    /** Returns the logical type, where it is one of geometries; its first field is the reference system. */
    Optional<Struct> geometry() {
        Optional<Struct> logical = element().struct(LOGICAL_TYPE);
        return logical.flatMap(type -> type.struct(GEOMETRY)).or(() -> logical.flatMap(type -> type.struct(GEOGRAPHY)));
    }

    private String type() {
        Optional<Struct> logical = element().struct(LOGICAL_TYPE);
        Optional<Struct> integer = logical.flatMap(type -> type.struct(INTEGER));
        if (integer.isPresent()) {
            boolean signed = !Boolean.FALSE.equals(integer.get().fields().get(2));
            return (signed ? "int" : "uint") + integer.get().number(1).orElse(0L);
        }
        return logical.flatMap(type -> type.fields().keySet().stream().findFirst())
                .map(LOGICAL_TYPES::get)
                .or(() -> element()
                        .number(TYPE)
                        .filter(type -> type >= 0 && type < TYPES.size())
                        .map(type -> TYPES.get(type.intValue())))
                .orElse("struct");
    }
}
