package io.stacgenerator.internal.json;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
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

/**
 * Reads JSON text (RFC 8259) into plain Java values: strict, without duplicate members, bounded in depth. A byte order
 * mark is passed over.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 200;
    private static final Pattern NAME_OF_LIMIT = Pattern.compile(", from `[^`]*`");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonReader() {}

    /**
     * Reads an object.
     *
     * @param text JSON text
     * @param code the code of the error when the text is at fault
     * @param what the document, for the message: such as {@code request} or the href of a metadata file
     * @return the members in document order, in maps and lists that may be changed
     * @throws StacGeneratorException when the text is not one JSON object
     */
    public static Map<String, Object> object(String text, ErrorCode code, String what) {
        Object value = value(withoutByteOrderMark(text), code, what);
        if (value instanceof Map<?, ?> map) {
            return cast(map);
        }
        throw new StacGeneratorException(code, "%s is %s, expected a JSON object".formatted(what, JsonKind.of(value)));
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable Object value(String text, ErrorCode code, String what) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Object value = read(parser);
            if (parser.nextToken() != null) {
                throw new StacGeneratorException(
                        code, "%s has text behind its JSON value, in line %d".formatted(what, line(parser)));
            }
            return value;
        } catch (JacksonException e) {
            throw new StacGeneratorException(
                    code, "%s is not JSON: %s%s".formatted(what, reason(e), where(e.getLocation())), e);
        }
    }

    private static String reason(JacksonException e) {
        return NAME_OF_LIMIT.matcher(e.getOriginalMessage()).replaceFirst("");
    }

    private static String where(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " in line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static @Nullable Object read(JsonParser parser) {
        AssetBudget.element();
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new StreamReadException(parser, "the text is empty");
        }
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> finite(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, Object> members(JsonParser parser) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            put(members, name, read(parser));
        }
        return members;
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of the map
    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        members.put(name, value);
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of the list
    private static List<Object> elements(JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser));
        }
        return elements;
    }

    private static Double finite(JsonParser parser) {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new StreamReadException(parser, "the number %s is too large".formatted(parser.getString()));
        }
        return value;
    }

    private static int line(JsonParser parser) {
        return parser.currentLocation().getLineNr();
    }

    @SuppressWarnings("unchecked") // made by members(), whose keys are text
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
