package io.stacgenerator.model;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON object into maps and lists that may be changed. */
final class ParsedJson {

    /** JSON of the field nests some ten levels deep; the bound keeps the recursion of this class shallow. */
    private static final int MAX_DEPTH = 200;

    /** What Jackson says for its programmer: the name of a limit, and a place in a source that it was not given. */
    private static final Pattern FOR_PROGRAMMERS =
            Pattern.compile(", from `[^`]*`| \\((?:start marker|for \\w+ starting) at \\[[^\\]]*\\]\\)");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final JsonParser parser;
    private final Runnable beforeValue;

    ParsedJson(JsonParser parser, Runnable beforeValue) {
        this.parser = parser;
        this.beforeValue = beforeValue;
    }

    static JsonParser parser(InputStream text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    static Map<String, Object> object(String text, Runnable beforeValue) {
        Object value = value(withoutByteOrderMark(text), beforeValue);
        return JsonValues.object(value)
                .orElseThrow(() ->
                        new IllegalArgumentException("%s, expected a JSON object".formatted(JsonValues.kind(value))));
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable Object value(String text, Runnable beforeValue) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Object value = new ParsedJson(parser, beforeValue).value();
            requireEnd(parser);
            return value;
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    static void requireEnd(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new StreamReadException(parser, "text after the value", parser.currentTokenLocation());
        }
    }

    static IllegalArgumentException notJson(JacksonException e) {
        return new IllegalArgumentException("not JSON: %s%s".formatted(reason(e), where(e.getLocation())), e);
    }

    private static String reason(JacksonException e) {
        return FOR_PROGRAMMERS.matcher(e.getOriginalMessage()).replaceFirst("");
    }

    private static String where(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " in line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** Reads the value that begins with the current token. */
    @Nullable Object value() {
        beforeValue.run();
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new StreamReadException(parser, "the text is empty");
        }
        return switch (token) {
            case START_OBJECT -> members();
            case START_ARRAY -> elements();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> finite();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            put(members, name, value());
        }
        return members;
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of the map
    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        members.put(name, value);
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of the list
    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }

    private Double finite() {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new StreamReadException(parser, "the number %s is too large".formatted(parser.getString()));
        }
        return value;
    }
}
