package io.stacgenerator.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A STAC Item: an immutable JSON object with typed access to the members that STAC knows. Members that it does not know
 * are kept.
 *
 * @see <a href="https://github.com/radiantearth/stac-spec/blob/v1.1.0/item-spec/item-spec.md">STAC Item
 *     specification</a>
 * @since 0.1.0
 */
public final class StacItem implements JsonObject {

    private final Map<String, Object> json;

    private StacItem(Map<String, Object> json) {
        this.json = json;
    }

    /**
     * Returns an Item of these JSON members. Their content is not checked: what has another type than STAC says reads
     * as if it were absent.
     *
     * @param json the members of the Item, copied
     * @return the Item
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StacItem of(Map<String, ?> json) {
        return new StacItem(Frozen.object(requireNonNull(json, "json")));
    }

    /**
     * Reads an Item from JSON text, as {@link #toJson()} and any STAC catalog write it. Only what makes it an Item is
     * checked, so that an Item of any version, or one that is not valid, can be read.
     *
     * @param json one JSON object of type {@code Feature} with an id
     * @return the Item
     * @throws IllegalArgumentException when the text is not JSON, or not an Item
     */
    public static StacItem parse(String json) {
        Map<String, Object> members;
        try {
            members = JsonText.parse(requireNonNull(json, "json"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Item is " + e.getMessage(), e);
        }
        if (!"Feature".equals(members.get("type")) || !(members.get("id") instanceof String)) {
            throw new IllegalArgumentException(
                    "the document is not a STAC Item: type is '%s' and id '%s', expected Feature and an id"
                            .formatted(members.get("type"), members.get("id")));
        }
        return new StacItem(Frozen.object(members));
    }

    /**
     * Reads an Item from JSON text as {@link #parse(String)} does.
     *
     * @param json one JSON object of type {@code Feature} with an id, in UTF-8
     * @return the Item
     * @throws IllegalArgumentException when the text is not JSON, or not an Item
     */
    public static StacItem parse(byte[] json) {
        return parse(new String(requireNonNull(json, "json"), UTF_8));
    }

    /**
     * Returns the version of STAC.
     *
     * @return such as {@code 1.1.0}; an empty string when there is none
     */
    public String stacVersion() {
        return text("stac_version");
    }

    /**
     * Returns the URIs of the extensions that are declared.
     *
     * @return the URIs
     */
    public List<String> stacExtensions() {
        return JsonValues.strings(json.get("stac_extensions"));
    }

    /**
     * Returns the id, unique in its collection.
     *
     * @return the id; an empty string when there is none
     */
    public String id() {
        return text("id");
    }

    /**
     * Returns the footprint.
     *
     * @return a geometry in WGS 84, longitude first, newly made on each call; empty when the Item is not located
     * @throws IllegalArgumentException when the Item has an object there that is not a geometry of RFC 7946
     */
    public Optional<Geometry> geometry() {
        return JsonValues.object(json.get("geometry")).map(GeoJson::geometry);
    }

    /**
     * Returns the bounding box.
     *
     * @return the box, without its heights; empty when the Item is not located
     * @throws IllegalArgumentException when the Item has numbers there that are not a box in degrees
     */
    public Optional<Bbox> bbox() {
        return JsonValues.array(json.get("bbox")).flatMap(GeoJson::bbox);
    }

    /**
     * Returns the properties.
     *
     * @return JSON values by name, unmodifiable
     */
    public Map<String, Object> properties() {
        return JsonValues.members(json.get("properties"));
    }

    /**
     * Returns when the data were acquired.
     *
     * @return the time; empty when the Item has none, and so a {@linkplain #startDatetime() range}
     */
    public Optional<Instant> datetime() {
        return property("datetime", Instant.class);
    }

    /**
     * Returns the start of the range in which the data were acquired.
     *
     * @return the time; empty when the Item has no range
     */
    public Optional<Instant> startDatetime() {
        return property("start_datetime", Instant.class);
    }

    /**
     * Returns the end of the range in which the data were acquired.
     *
     * @return the time; empty when the Item has no range
     */
    public Optional<Instant> endDatetime() {
        return property("end_datetime", Instant.class);
    }

    /**
     * Returns a property as a type of Java.
     *
     * @param name the name, such as {@code eo:cloud_cover}
     * @param type {@code String}, {@code Double}, {@code Long}, {@code Integer}, {@code Boolean}, {@code Instant},
     *     {@code List} or {@code Map}; any number is given as a {@code Double}, a whole one also as a {@code Long} or
     *     an {@code Integer} that holds it, and a time of RFC 3339 as an {@code Instant}
     * @param <T> the type
     * @return the value; empty when it is absent, null or of another type
     */
    public <T> Optional<T> property(String name, Class<T> type) {
        return TypedValue.of(properties().get(name), type);
    }

    /**
     * Returns the links.
     *
     * @return the links in their order
     */
    public List<StacLink> links() {
        return JsonValues.objects(json.get("links")).stream().map(StacLink::new).toList();
    }

    /**
     * Returns the assets.
     *
     * @return the assets by key, in their order
     */
    public Map<String, StacAsset> assets() {
        Map<String, StacAsset> assets = new LinkedHashMap<>();
        JsonValues.members(json.get("assets"))
                .forEach((key, asset) ->
                        JsonValues.object(asset).ifPresent(members -> assets.put(key, new StacAsset(members))));
        return Collections.unmodifiableMap(assets);
    }

    /**
     * Returns the id of the collection.
     *
     * @return the id; empty when the Item belongs to none
     */
    public Optional<String> collection() {
        return JsonValues.string(json.get("collection"));
    }

    /** Returns all members: JSON values by name, unmodifiable throughout. */
    @Override
    public Map<String, Object> toMap() {
        return json;
    }

    /**
     * Returns the Item as indented JSON text.
     *
     * @return GeoJSON text of many lines
     */
    public String toPrettyJson() {
        return JsonText.pretty(json);
    }

    private String text(String name) {
        return JsonValues.string(json.get(name)).orElse("");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StacItem item && item.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return "StacItem[" + id() + "]";
    }
}
