package io.stacgenerator.spi.field;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An object of an Item that holds fields: its properties, an asset, a link or a band. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class FieldHolder {

    private final String pointer;
    private final FieldLevel level;
    private final Map<String, Object> members;
    private final @Nullable FieldHolder parent;

    /**
     * Creates a holder that inherits nothing.
     *
     * @param pointer where it is, as a JSON pointer
     * @param level what it is
     * @param members its members, those of the Item itself
     */
    public FieldHolder(String pointer, FieldLevel level, Map<String, Object> members) {
        this(pointer, level, members, null);
    }

    /**
     * Creates a holder.
     *
     * @param pointer where it is, as a JSON pointer
     * @param level what it is
     * @param members its members, those of the Item itself
     * @param parent the holder whose fields are defaults for this one, or null
     */
    public FieldHolder(String pointer, FieldLevel level, Map<String, Object> members, @Nullable FieldHolder parent) {
        this.pointer = requireNonNull(pointer, "pointer");
        this.level = requireNonNull(level, "level");
        this.members = requireNonNull(members, "members");
        this.parent = parent;
    }

    /**
     * Finds the holders of an Item, or of a part of one. What is not an object or array where one should be is passed
     * over.
     *
     * @param item the members of an Item
     * @return the properties and their bands, the assets each followed by its bands, and the links
     */
    public static List<FieldHolder> allOf(Map<String, Object> item) {
        List<FieldHolder> holders = new ArrayList<>();
        FieldHolder properties = JsonValues.object(item.get("properties"))
                .map(members -> new FieldHolder("/properties", FieldLevel.ITEM, members))
                .orElse(null);
        if (properties != null) {
            properties.addTo(holders);
        }
        JsonValues.members(item.get("assets"))
                .forEach((key, asset) -> JsonValues.object(asset)
                        .map(members ->
                                new FieldHolder(JsonPointer.to("/assets", key), FieldLevel.ASSET, members, properties))
                        .ifPresent(holder -> holder.addTo(holders)));
        holders.addAll(linksOf(item));
        return holders;
    }

    private void addTo(List<FieldHolder> holders) {
        holders.add(this);
        holders.addAll(bands());
    }

    /**
     * Finds the links of an Item, or of a part of one.
     *
     * @param item the members of an Item
     * @return the links that are objects
     */
    public static List<FieldHolder> linksOf(Map<String, Object> item) {
        return elements("/links", FieldLevel.LINK, item.get("links"), null);
    }

    /**
     * Returns its bands.
     *
     * @return the bands that are objects; none of a band or a link
     */
    public List<FieldHolder> bands() {
        return level == FieldLevel.ITEM || level == FieldLevel.ASSET
                ? elements(pointer + "/bands", FieldLevel.BAND, members.get("bands"), this)
                : List.of();
    }

    private static List<FieldHolder> elements(
            String pointer, FieldLevel level, @Nullable Object array, @Nullable FieldHolder parent) {
        List<Object> elements = JsonValues.elements(array);
        List<FieldHolder> holders = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            String place = JsonPointer.to(pointer, i);
            JsonValues.object(elements.get(i))
                    .map(members -> new FieldHolder(place, level, members, parent))
                    .ifPresent(holders::add);
        }
        return holders;
    }

    /**
     * Returns where it is.
     *
     * @return a JSON pointer
     */
    public String pointer() {
        return pointer;
    }

    /**
     * Returns what it is.
     *
     * @return the level
     */
    public FieldLevel level() {
        return level;
    }

    /**
     * Returns its members.
     *
     * @return those of the Item itself, which may be changed where the Item may be
     */
    public Map<String, Object> members() {
        return members;
    }

    /**
     * Sets a field.
     *
     * @param field a field that may stand at this level
     * @param value a JSON value
     * @return this
     * @throws IllegalArgumentException when the field does not stand at this level
     */
    public FieldHolder set(Field field, Object value) {
        if (!field.levels().contains(level)) {
            throw new IllegalArgumentException(
                    "field %s stands at %s, not at %s".formatted(field, new TreeSet<>(field.levels()), level));
        }
        members.put(field.name(), requireNonNull(value, field.name()));
        return this;
    }

    /**
     * Returns the holder whose fields are defaults for this one: the asset of a band, the properties of an asset.
     *
     * @return empty for the properties and links
     */
    public Optional<FieldHolder> parent() {
        return Optional.ofNullable(parent);
    }

    /**
     * Points to a member.
     *
     * @param member its name
     * @return a JSON pointer
     */
    public String pointerTo(String member) {
        return JsonPointer.to(pointer, member);
    }

    @Override
    public String toString() {
        return pointer;
    }
}
