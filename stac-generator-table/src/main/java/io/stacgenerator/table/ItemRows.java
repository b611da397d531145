package io.stacgenerator.table;

import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Writes Items as rows. Null and absent are one in a table. */
final class ItemRows extends WriteSupport<Map<String, Object>> {

    static final List<String> BOX = List.of("xmin", "ymin", "xmax", "ymax");
    static final List<String> DEEP_BOX = List.of("xmin", "ymin", "zmin", "xmax", "ymax", "zmax");

    /** Members of an Item come first, in the order of its specification. */
    private static final List<String> FIRST =
            List.of("id", "stac_version", "stac_extensions", "collection", "geometry", "bbox", "datetime");

    private final List<Node> ofItem = new ArrayList<>();
    private final List<Node> ofProperties = new ArrayList<>();
    private final MessageType schema;
    private final Supplier<Map<String, String>> metadata;
    private final IdentityHashMap<Column, List<Node>> elements = new IdentityHashMap<>();

    @SuppressWarnings("NullAway.Init") // Parquet calls prepareForWrite first
    private RecordConsumer consumer;

    private String id = "";

    /** A column in its place. */
    private record Node(String name, int index, Column column, List<Node> members) {}

    ItemRows(Column columns, Supplier<Map<String, String>> metadata) {
        this.metadata = metadata;
        Map<String, Column> ordered = new LinkedHashMap<>();
        FIRST.stream().filter(columns.members()::containsKey).forEach(name -> ordered.put(name, columns.member(name)));
        columns.members().forEach(ordered::putIfAbsent);
        nodes(ordered).forEach(node -> (TableSchema.TOP.contains(node.name()) ? ofItem : ofProperties).add(node));
        schema = new MessageType(
                "item",
                ordered.entrySet().stream()
                        .map(each -> type(each.getKey(), each.getValue()))
                        .toList());
    }

    private static List<Node> nodes(Map<String, Column> columns) {
        List<Node> nodes = new ArrayList<>();
        columns.forEach((name, column) -> nodes.add(new Node(name, nodes.size(), column, nodes(column.members()))));
        return nodes;
    }

    private static Type type(String name, Column column) {
        ColumnType type = column.type();
        return switch (type == null ? ColumnType.JSON : type) {
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case NUMBER -> number(name);
            case STRING -> binary(name, LogicalTypeAnnotation.stringType());
            case JSON -> binary(name, LogicalTypeAnnotation.jsonType());
            case GEOMETRY -> Types.optional(PrimitiveTypeName.BINARY).named(name);
            case TIME ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(name);
            case BOX ->
                group(
                        name,
                        (column.deep() ? DEEP_BOX : BOX)
                                .stream().map(ItemRows::number).toList());
            case LIST ->
                Types.optionalList().element(type("element", column.element())).named(name);
            case GROUP ->
                group(
                        name,
                        column.members().entrySet().stream()
                                .map(each -> type(each.getKey(), each.getValue()))
                                .toList());
        };
    }

    private static Type number(String name) {
        return Types.optional(PrimitiveTypeName.DOUBLE).named(name);
    }

    private static Type binary(String name, LogicalTypeAnnotation annotation) {
        return Types.optional(PrimitiveTypeName.BINARY).as(annotation).named(name);
    }

    private static GroupType group(String name, List<Type> members) {
        return new GroupType(Type.Repetition.OPTIONAL, name, members);
    }

    MessageType schema() {
        return schema;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract still
    public WriteContext init(Configuration configuration) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    private WriteContext context() {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(metadata.get());
    }

    @Override
    public void write(Map<String, Object> item) {
        id = String.valueOf(item.get("id"));
        consumer.startMessage();
        members(ofItem, item);
        members(ofProperties, JsonValues.members(item.get("properties")));
        consumer.endMessage();
    }

    private void members(List<Node> columns, Map<String, Object> values) {
        for (Node node : columns) {
            Object value = values.get(node.name());
            if (value != null) {
                consumer.startField(node.name(), node.index());
                value(node.column(), node.members(), value);
                consumer.endField(node.name(), node.index());
            }
        }
    }

    private void value(Column column, List<Node> members, Object value) {
        ColumnType type = column.type();
        switch (type == null ? ColumnType.JSON : type) {
            case BOOLEAN -> consumer.addBoolean((Boolean) value);
            case INTEGER -> consumer.addLong(((Number) value).longValue());
            case NUMBER -> consumer.addDouble(number(value));
            case STRING -> consumer.addBinary(Binary.fromString((String) value));
            case JSON -> consumer.addBinary(Binary.fromString(JsonText.compact(value)));
            case TIME -> consumer.addLong(Times.micros((String) value, "a time", id));
            case GEOMETRY -> consumer.addBinary(Binary.fromConstantByteArray(Wkb.of(JsonValues.members(value))));
            case BOX -> box((List<?>) value, column.deep());
            case LIST -> list((List<?>) value, column.element());
            case GROUP -> {
                consumer.startGroup();
                members(members, JsonValues.members(value));
                consumer.endGroup();
            }
        }
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return switch (((String) value).toLowerCase(Locale.ROOT)) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /** A box without heights among those with them has null heights. */
    private void box(List<?> numbers, boolean deep) {
        consumer.startGroup();
        List<String> names = deep ? DEEP_BOX : BOX;
        List<String> given = numbers.size() == DEEP_BOX.size() ? DEEP_BOX : BOX;
        for (int i = 0; i < given.size(); i++) {
            int index = names.indexOf(given.get(i));
            consumer.startField(given.get(i), index);
            consumer.addDouble(((Number) numbers.get(i)).doubleValue());
            consumer.endField(given.get(i), index);
        }
        consumer.endGroup();
    }

    private void list(List<?> values, Column element) {
        List<Node> members = element.type() == ColumnType.GROUP ? cached(element) : List.of();
        consumer.startGroup();
        if (!values.isEmpty()) {
            consumer.startField("list", 0);
            for (Object value : values) {
                consumer.startGroup();
                if (isWritten(value, element)) {
                    consumer.startField("element", 0);
                    value(element, members, value);
                    consumer.endField("element", 0);
                }
                consumer.endGroup();
            }
            consumer.endField("list", 0);
        }
        consumer.endGroup();
    }

    /** Objects that are empty in all rows are not a group, since a group needs a member: they become null. */
    private static boolean isWritten(@Nullable Object value, Column element) {
        boolean empty = value instanceof Map<?, ?> object && object.isEmpty();
        return value != null && (!empty || element.type() == ColumnType.GROUP || element.type() == ColumnType.JSON);
    }

    private List<Node> cached(Column element) {
        return elements.computeIfAbsent(element, first -> nodes(first.members()));
    }
}
