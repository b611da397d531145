package io.stacgenerator.model;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/** The members of one JSON object as they are read, and the elements of some of its arrays. */
final class StreamedJson implements Iterator<Map.Entry<String, Object>> {

    private final InputStream text;
    private final Predicate<String> apart;
    private final Runnable beforeValue;
    private @Nullable JsonParser parser;
    private @Nullable String array;
    private Map.@Nullable Entry<String, Object> next;
    private boolean ended;

    StreamedJson(InputStream text, Predicate<String> apart, Runnable beforeValue) {
        this.text = text;
        this.apart = apart;
        this.beforeValue = beforeValue;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = read();
            } catch (JacksonIOException e) {
                throw new UncheckedIOException(e.getCause());
            } catch (JacksonException e) {
                throw ParsedJson.notJson(e);
            }
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public Map.Entry<String, Object> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Map.Entry<String, Object> current = next;
        next = null;
        return current;
    }

    private Map.@Nullable Entry<String, Object> read() {
        JsonParser open = parser == null ? open() : parser;
        while (true) {
            JsonToken token = open.nextToken();
            if (array != null && token != JsonToken.END_ARRAY) {
                return entry(array, open);
            } else if (array != null) {
                array = null;
            } else if (token == JsonToken.END_OBJECT) {
                ParsedJson.requireEnd(open);
                return null;
            } else {
                String name = open.currentName();
                if (open.nextToken() != JsonToken.START_ARRAY || !apart.test(name)) {
                    return entry(name, open);
                }
                array = name;
            }
        }
    }

    private JsonParser open() {
        JsonParser open = ParsedJson.parser(text);
        parser = open;
        if (open.nextToken() != JsonToken.START_OBJECT) {
            Object value = new ParsedJson(open, beforeValue).value();
            throw new IllegalArgumentException("%s, expected a JSON object".formatted(JsonValues.kind(value)));
        }
        return open;
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of the map
    private Map.Entry<String, Object> entry(String name, JsonParser open) {
        return new SimpleImmutableEntry<>(name, new ParsedJson(open, beforeValue).value());
    }
}
