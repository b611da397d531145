package io.stacgenerator.table;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonObject;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.FieldType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The columns that Items need in a table. Parts that were made of other Items are merged, in any order, so that the
 * files of a distributed job have one schema. Not thread-safe.
 *
 * @see <a href="https://github.com/radiantearth/stac-geoparquet-spec/blob/main/stac-geoparquet-spec.md">stac-geoparquet
 *     specification</a>
 * @since 0.1.0
 */
public final class TableSchema implements JsonObject {

    /** Each key is a column for each member of its assets, and null in the rows of all other Items. */
    static final int MOST_ASSET_KEYS = 500;

    static final Set<String> TIMES = Set.of(
            "datetime", "start_datetime", "end_datetime", "created", "updated", "expires", "published", "unpublished");

    private static final Logger LOG = LoggerFactory.getLogger(TableSchema.class);

    static final Set<String> TOP = Set.of(
            "id",
            "type",
            "stac_version",
            "stac_extensions",
            "geometry",
            "bbox",
            "links",
            "assets",
            "collection",
            "properties");

    private final Map<String, Field> fields = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Column root = Column.root(undo);
    private final Set<String> dropped = new TreeSet<>();
    private final boolean lenient;
    private final boolean unlocated;

    TableSchema(List<Field> fields, boolean lenient, boolean unlocated) {
        fields.forEach(field -> this.fields.put(field.name(), field));
        Field[] ofBands = fields.stream()
                .filter(field -> field.levels().contains(FieldLevel.BAND))
                .toArray(Field[]::new);
        this.fields.put("bands", Field.of("bands", FieldType.OBJECTS).members(ofBands));
        this.lenient = lenient;
        this.unlocated = unlocated;
        List.of("id", "stac_version").forEach(name -> root.member(name).expect(ColumnType.STRING, "", lenient));
        root.member("stac_extensions").observe(List.of(), null, "", lenient);
        root.member("links").observe(List.of(), null, "", lenient);
        List.of("href", "rel").forEach(name -> link().member(name).expect(ColumnType.STRING, "", lenient));
        root.member("geometry").expect(ColumnType.GEOMETRY, "", lenient);
        root.member("bbox").observeBox(4, "");
        root.member("assets").expect(ColumnType.GROUP, "", lenient);
        undo.clear();
    }

    /**
     * Begins without Items.
     *
     * @param fields the fields whose types are known, such as {@link io.stacgenerator.spi.sink.SinkContext#fields()}
     * @return a schema that has the columns only that all tables have
     */
    public static TableSchema of(List<Field> fields) {
        return new TableSchema(fields, false, false);
    }

    private Column link() {
        Column link = root.member("links").element();
        link.expect(ColumnType.GROUP, "", lenient);
        return link;
    }

    /**
     * Takes an Item into account; one that is refused changes no column.
     *
     * @param item the Item
     * @throws StacGeneratorException with {@code ITEM_REFUSED} when it has no geometry, has another type in a column
     *     than Items before, or keys of assets beyond what one table holds
     */
    public void add(StacItem item) {
        undoUnlessDone(() -> observe(item));
    }

    private void undoUnlessDone(Runnable change) {
        try {
            change.run();
        } catch (StacGeneratorException e) {
            undo.forEach(Runnable::run);
            throw e;
        } finally {
            undo.clear();
        }
    }

    private void observe(StacItem item) {
        Map<String, Object> json = item.toMap();
        String id = item.id();
        checkMembers(json, id);
        checkLocation(json, id);
        observe("id", json, id);
        observe("stac_version", json, id);
        observe("stac_extensions", json, id);
        observe("collection", json, id);
        observeBox(JsonValues.elements(json.get("bbox")), id);
        JsonValues.elements(json.get("links")).forEach(link -> addLink(JsonValues.members(link), id));
        JsonValues.members(json.get("assets")).forEach((key, asset) -> addAsset(key, asset, id));
        JsonValues.members(json.get("properties")).forEach((name, value) -> addProperty(name, value, id));
        for (String name : json.keySet()) {
            if (!TOP.contains(name)) {
                drop(name, "is not a member of an Item");
            }
        }
    }

    /** A row is written as its columns say, when it is too late to refuse an Item. */
    private static void checkMembers(Map<String, Object> json, String id) {
        check("geometry", "an object", Map.class::isInstance, json, id);
        check("bbox", "4 or 6 numbers", TableSchema::isBox, json, id);
        check("links", "a list of objects", TableSchema::isListOfObjects, json, id);
        check("assets", "an object of objects", TableSchema::isObjectOfObjects, json, id);
        check("properties", "an object", Map.class::isInstance, json, id);
    }

    private static void check(
            String name, String expected, Predicate<Object> isExpected, Map<String, Object> json, String id) {
        Object value = json.get(name);
        if (value != null && !isExpected.test(value)) {
            throw Column.refused(
                    "item %s has as %s %s, expected %s".formatted(id, name, JsonValues.kind(value), expected));
        }
    }

    private static boolean isBox(Object value) {
        return value instanceof List<?> list
                && (list.size() == 4 || list.size() == 6)
                && list.stream().allMatch(one -> one instanceof Number number && Double.isFinite(number.doubleValue()));
    }

    private static boolean isObjectOfObjects(Object value) {
        return value instanceof Map<?, ?> object
                && object.values().stream().allMatch(member -> member == null || member instanceof Map);
    }

    private static boolean isListOfObjects(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
    }

    private void checkLocation(Map<String, Object> json, String id) {
        if (json.get("geometry") == null && !unlocated) {
            throw Column.refused(
                    "item %s has no geometry, which stac-geoparquet requires; the option unlocated=keep writes it with a null"
                            .formatted(id));
        }
        JsonValues.object(json.get("geometry")).ifPresent(Wkb::check);
    }

    private void observe(String name, Map<String, Object> json, String id) {
        root.member(name).observe(json.get(name), null, id, false);
    }

    private void observeBox(List<Object> box, String id) {
        if (!box.isEmpty()) {
            root.member("bbox").observeBox(box.size(), id);
        }
    }

    private void addLink(Map<String, Object> link, String id) {
        Column column = link();
        link.forEach((name, value) -> column.member(name).observe(value, find(name, FieldLevel.LINK), id, lenient));
    }

    private void addAsset(String key, @Nullable Object asset, String id) {
        if (asset == null) {
            return;
        }
        Column assets = root.member("assets");
        if (!assets.members().containsKey(key) && assets.members().size() >= MOST_ASSET_KEYS) {
            throw Column.refused(
                    "item %s has the asset '%s', with which the table has more than %d keys of assets: give assets the keys of the Collection's item_assets"
                            .formatted(id, key, MOST_ASSET_KEYS));
        }
        Column column = assets.member(key);
        column.expect(ColumnType.GROUP, id, lenient);
        column.member("href").expect(ColumnType.STRING, id, lenient);
        JsonValues.members(asset)
                .forEach(
                        (name, value) -> column.member(name).observe(value, find(name, FieldLevel.ASSET), id, lenient));
    }

    private void addProperty(String name, @Nullable Object value, String id) {
        if (TOP.contains(name)) {
            drop("properties." + name, "has the name of a member of the Item");
        } else if (TIMES.contains(name) && value instanceof String text) {
            Times.micros(text, name, id);
            root.member(name).expect(ColumnType.TIME, id, lenient);
        } else if (name.equals("proj:geometry") && value instanceof Map<?, ?>) {
            JsonValues.object(value).ifPresent(Wkb::check);
            root.member(name).expect(ColumnType.GEOMETRY, id, lenient);
        } else {
            root.member(name).observe(value, find(name, FieldLevel.ITEM), id, lenient);
        }
    }

    /** A name without a prefix is an ordinary word where its field does not apply. */
    private @Nullable Field find(String name, FieldLevel level) {
        Field field = fields.get(name);
        return field != null && (name.indexOf(':') > 0 || field.levels().contains(level)) ? field : null;
    }

    private void drop(String name, String reason) {
        if (dropped.add(name)) {
            LOG.warn("{} has no place in a table, since it {}; dropped", name, reason);
        }
    }

    /**
     * Takes other Items into account.
     *
     * @param other what {@link #toMap} of their schema returned
     * @throws StacGeneratorException with {@code ITEM_REFUSED} when a column has another type there
     */
    public void merge(Map<String, Object> other) {
        requireNonNull(other, "other");
        undoUnlessDone(() -> mergeColumns(other));
    }

    private void mergeColumns(Map<String, Object> other) {
        root.merge(other, lenient);
        if (root.member("assets").members().size() > MOST_ASSET_KEYS) {
            throw Column.refused(
                    "the table has more than %d keys of assets: give assets the keys of the Collection's item_assets"
                            .formatted(MOST_ASSET_KEYS));
        }
    }

    /** Returns the state as JSON values, for {@link #merge}. */
    @Override
    public Map<String, Object> toMap() {
        return root.toMap();
    }

    /** Returns the columns, without those that no Item has a value for. */
    Column columns() {
        Column copy = Column.root(new ArrayDeque<>());
        copy.merge(root.toMap(), lenient);
        copy.prune();
        copy.ambiguous()
                .forEach(name -> LOG.warn(
                        "column {} differs from another one by case only: DuckDB and Spark take both for one", name));
        if (!copy.members().containsKey("assets")) {
            LOG.warn(
                    "no item has an asset: the table has no column assets, since Parquet has no group without members");
        }
        return copy;
    }
}
