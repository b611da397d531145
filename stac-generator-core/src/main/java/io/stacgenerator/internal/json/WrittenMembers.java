package io.stacgenerator.internal.json;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object that this library wrote, read back; what they lack is a fault of whoever kept them. */
public final class WrittenMembers {

    private final String what;
    private final Map<String, ?> json;

    /**
     * Looks at an object.
     *
     * @param what what it is, for messages
     * @param json its members
     */
    public WrittenMembers(String what, Map<String, ?> json) {
        this.what = what;
        this.json = requireNonNull(json, what);
    }

    /**
     * Returns the members.
     *
     * @return the object as it was given
     */
    public Map<String, ?> members() {
        return json;
    }

    /**
     * Returns the names of the members.
     *
     * @return the names in their order
     */
    public Set<String> names() {
        return json.keySet();
    }

    /**
     * Returns a string.
     *
     * @param name the name of the member
     * @return the string
     * @throws StacGeneratorException with {@code INTERNAL} when it is anything else
     */
    public String text(String name) {
        return expect(String.class, name);
    }

    /**
     * Returns a string that may be absent.
     *
     * @param name the name of the member
     * @return the string, or null
     */
    public @Nullable String textOrNull(String name) {
        return json.get(name) == null ? null : text(name);
    }

    /**
     * Returns a number.
     *
     * @param name the name of the member
     * @return the number
     * @throws StacGeneratorException with {@code INTERNAL} when it is anything else
     */
    public Number number(String name) {
        return expect(Number.class, name);
    }

    /**
     * Returns a boolean.
     *
     * @param name the name of the member
     * @return the boolean
     * @throws StacGeneratorException with {@code INTERNAL} when it is anything else
     */
    public boolean flag(String name) {
        return expect(Boolean.class, name);
    }

    /**
     * Returns an object.
     *
     * @param name the name of the member
     * @return its members
     * @throws StacGeneratorException with {@code INTERNAL} when it is anything else
     */
    public WrittenMembers object(String name) {
        return new WrittenMembers(what + "/" + name, cast(expect(Map.class, name)));
    }

    /**
     * Returns an array of objects.
     *
     * @param name the name of the member
     * @return the members of each
     * @throws StacGeneratorException with {@code INTERNAL} when it is anything else
     */
    public List<Map<String, ?>> objects(String name) {
        List<?> list = expect(List.class, name);
        return list.stream()
                .<Map<String, ?>>map(element -> cast(expect(Map.class, name, element)))
                .toList();
    }

    private <T> T expect(Class<T> type, String name) {
        return expect(type, name, json.get(name));
    }

    private <T> T expect(Class<T> type, String name, @Nullable Object value) {
        if (!type.isInstance(value)) {
            throw new StacGeneratorException(
                    ErrorCode.INTERNAL,
                    "%s has at /%s %s, expected what the library writes there"
                            .formatted(what, name, JsonValues.kind(value)));
        }
        return requireNonNull(type.cast(value));
    }

    @SuppressWarnings("unchecked") // objects of JSON have strings as keys
    private static Map<String, ?> cast(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }
}
