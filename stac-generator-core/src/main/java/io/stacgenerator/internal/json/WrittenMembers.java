package io.stacgenerator.internal.json;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonValues;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
     * Returns what a string stands for.
     *
     * @param name the name of the member
     * @param reader reads the string; fails with an {@link IllegalArgumentException} or a {@link DateTimeException}
     * @param <T> what it stands for
     * @return what the reader makes of it
     * @throws StacGeneratorException with {@code INTERNAL} when it is not a string that the reader takes
     */
    public <T> T read(String name, Function<String, T> reader) {
        try {
            return reader.apply(text(name));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unexpected(name, json.get(name));
        }
    }

    /**
     * Returns what a string that may be absent stands for.
     *
     * @param name the name of the member
     * @param reader as for {@link #read}
     * @param <T> what it stands for
     * @return what the reader makes of it, or null
     * @throws StacGeneratorException as {@link #read}
     */
    public <T> @Nullable T readOrNull(String name, Function<String, T> reader) {
        return json.get(name) == null ? null : read(name, reader);
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
        return new WrittenMembers(what + "/" + name, object(name, json.get(name)));
    }

    /**
     * Returns an array of objects.
     *
     * @param name the name of the member
     * @return the members of each
     * @throws StacGeneratorException with {@code INTERNAL} when it is anything else
     */
    public List<Map<String, ?>> objects(String name) {
        return JsonValues.array(json.get(name)).orElseThrow(() -> unexpected(name, json.get(name))).stream()
                .<Map<String, ?>>map(element -> object(name, element))
                .toList();
    }

    private Map<String, Object> object(String name, @Nullable Object value) {
        return JsonValues.object(value).orElseThrow(() -> unexpected(name, value));
    }

    private <T> T expect(Class<T> type, String name) {
        return Optional.ofNullable(json.get(name))
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> unexpected(name, json.get(name)));
    }

    private StacGeneratorException unexpected(String name, @Nullable Object value) {
        return new StacGeneratorException(
                ErrorCode.INTERNAL,
                "%s has at /%s %s, expected what the library writes there"
                        .formatted(what, name, JsonValues.kind(value)));
    }
}
