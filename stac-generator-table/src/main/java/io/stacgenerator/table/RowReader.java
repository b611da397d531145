package io.stacgenerator.table;

import io.stacgenerator.model.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads rows as maps, of files of any writer. What is null is left out. */
final class RowReader extends RecordMaterializer<Map<String, Object>> {

    private final ObjectConverter root;
    private Map<String, Object> row = Map.of();

    RowReader(MessageType schema) {
        root = new ObjectConverter(schema, read -> row = read);
    }

    @Override
    public Map<String, Object> getCurrentRecord() {
        return row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private static Converter converter(Type type, Consumer<Object> taker) {
        if (type.isPrimitive()) {
            return new ScalarConverter(type.getLogicalTypeAnnotation(), taker);
        }
        return LogicalTypeAnnotation.listType().equals(type.getLogicalTypeAnnotation())
                ? new ListConverter(type.asGroupType(), taker)
                : new ObjectConverter(type.asGroupType(), taker::accept);
    }

    /** A group as an object. */
    private static final class ObjectConverter extends GroupConverter {

        private final List<Converter> members = new ArrayList<>();
        private final Consumer<Map<String, Object>> taker;
        private Map<String, Object> object = new LinkedHashMap<>();

        ObjectConverter(GroupType type, Consumer<Map<String, Object>> taker) {
            this.taker = taker;
            type.getFields()
                    .forEach(member -> members.add(converter(member, value -> object.put(member.getName(), value))));
        }

        @Override
        public Converter getConverter(int index) {
            return members.get(index);
        }

        @Override
        public void start() {
            object = new LinkedHashMap<>();
        }

        @Override
        public void end() {
            taker.accept(object);
        }
    }

    /** A list of three levels, whose inner names differ from writer to writer. */
    private static final class ListConverter extends GroupConverter {

        private final Converter entries;
        private final Consumer<Object> taker;
        private List<@Nullable Object> list = new ArrayList<>();

        ListConverter(GroupType type, Consumer<Object> taker) {
            this.taker = taker;
            Type entry = type.getType(0);
            entries = entry.isPrimitive() || entry.asGroupType().getFieldCount() != 1
                    ? converter(entry, value -> list.add(value))
                    : new EntryConverter(entry.asGroupType().getType(0), value -> list.add(value));
        }

        @Override
        public Converter getConverter(int index) {
            return entries;
        }

        @Override
        public void start() {
            list = new ArrayList<>();
        }

        @Override
        public void end() {
            taker.accept(list);
        }
    }

    /** The group around an element. */
    private static final class EntryConverter extends GroupConverter {

        private final Converter element;
        private final Consumer<@Nullable Object> taker;
        private @Nullable Object read;

        EntryConverter(Type type, Consumer<@Nullable Object> taker) {
            this.taker = taker;
            element = converter(type, value -> read = value);
        }

        @Override
        public Converter getConverter(int index) {
            return element;
        }

        @Override
        public void start() {
            read = null;
        }

        @Override
        public void end() {
            taker.accept(read);
        }
    }

    private static final class ScalarConverter extends PrimitiveConverter {

        private final boolean text;
        private final boolean json;
        private final boolean time;
        private final long perMicro;
        private final Consumer<Object> taker;

        ScalarConverter(LogicalTypeAnnotation annotation, Consumer<Object> taker) {
            this.taker = taker;
            text = LogicalTypeAnnotation.stringType().equals(annotation)
                    || LogicalTypeAnnotation.enumType().equals(annotation);
            json = LogicalTypeAnnotation.jsonType().equals(annotation);
            time = annotation instanceof TimestampLogicalTypeAnnotation;
            perMicro = annotation instanceof TimestampLogicalTypeAnnotation unit
                    ? switch (unit.getUnit()) {
                        case MILLIS -> -1000;
                        case MICROS -> 1;
                        case NANOS -> 1000;
                    }
                    : 1;
        }

        @Override
        public void addBinary(Binary value) {
            if (json) {
                json(value.toStringUsingUTF8()).ifPresent(taker);
            } else {
                taker.accept(text ? value.toStringUsingUTF8() : value.getBytes());
            }
        }

        /** The parser takes objects only. */
        private static Optional<Object> json(String text) {
            return Optional.ofNullable(
                    JsonText.parse("{\"value\":" + text + "}").get("value"));
        }

        @Override
        public void addBoolean(boolean value) {
            taker.accept(value);
        }

        @Override
        public void addDouble(double value) {
            taker.accept(value);
        }

        @Override
        public void addFloat(float value) {
            taker.accept((double) value);
        }

        @Override
        public void addInt(int value) {
            taker.accept((long) value);
        }

        @Override
        public void addLong(long value) {
            if (time) {
                taker.accept(Times.text(perMicro < 0 ? value * -perMicro : value / perMicro));
            } else {
                taker.accept(value);
            }
        }
    }
}
