package io.stacgenerator.spi.field;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the JSON Schema of an extension asks of an Item that declares it, besides valid fields. Immutable: each method
 * that says more returns other rules.
 *
 * <p>An extension is declared when an Item satisfies these rules, and only then.
 *
 * @since 0.1.0
 */
public final class SchemaRules {

    private static final SchemaRules OPEN = new SchemaRules(
            false, false, Set.copyOf(EnumSet.allOf(FieldLevel.class)), Set.of(), Set.of(), CollectionUse.FREE);

    private final boolean closed;
    private final boolean used;
    private final Set<FieldLevel> levels;
    private final Set<String> needs;
    private final Set<String> rels;
    private final CollectionUse collectionUse;

    private SchemaRules(
            boolean closed,
            boolean used,
            Set<FieldLevel> levels,
            Set<String> needs,
            Set<String> rels,
            CollectionUse collectionUse) {
        this.closed = closed;
        this.used = used;
        this.levels = Set.copyOf(levels);
        this.needs = Set.copyOf(needs);
        this.rels = Set.copyOf(rels);
        this.collectionUse = collectionUse;
    }

    /**
     * Returns the rules of a schema that asks for nothing: a field of the extension at any level lets it be declared.
     *
     * @return open rules
     */
    public static SchemaRules open() {
        return OPEN;
    }

    /**
     * Refuses unknown fields with a prefix of the extension.
     *
     * @return rules of a closed schema
     */
    public SchemaRules closed() {
        return new SchemaRules(true, used, levels, needs, rels, collectionUse);
    }

    /**
     * Counts fields at some levels only: without any there the extension is not declared.
     *
     * @param someLevels the levels
     * @return rules with these levels
     */
    public SchemaRules at(FieldLevel... someLevels) {
        return new SchemaRules(closed, used, Set.of(someLevels), needs, rels, collectionUse);
    }

    /**
     * Refuses an Item that declares the extension without a field of it at some levels.
     *
     * @param someLevels the levels where a field counts
     * @return rules with these levels
     */
    public SchemaRules usedAt(FieldLevel... someLevels) {
        return new SchemaRules(closed, true, Set.of(someLevels), needs, rels, collectionUse);
    }

    /**
     * Refuses an Item without some fields.
     *
     * @param names full names of the fields that one object must have together
     * @return rules with these names
     */
    public SchemaRules needing(String... names) {
        return new SchemaRules(closed, used, levels, Set.of(names), rels, collectionUse);
    }

    /**
     * Counts links of some relations as use of the extension.
     *
     * @param relations the relations
     * @return rules with these relations
     */
    public SchemaRules orLinks(String... relations) {
        return new SchemaRules(closed, used, levels, needs, Set.of(relations), collectionUse);
    }

    /**
     * Sets what the schema asks of a Collection.
     *
     * @param use what it asks
     * @return rules with this
     */
    public SchemaRules inCollections(CollectionUse use) {
        return new SchemaRules(closed, used, levels, needs, rels, requireNonNull(use, "use"));
    }

    /**
     * Returns whether the schema refuses unknown fields with a prefix of the extension.
     *
     * @return false by default
     */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Returns whether the schema refuses an Item that declares the extension without using it.
     *
     * @return false by default
     */
    public boolean isUseRequired() {
        return used;
    }

    /**
     * Returns where a field counts as use.
     *
     * @return the levels; all by default
     */
    public Set<FieldLevel> levels() {
        return levels;
    }

    /**
     * Returns the fields without which the schema refuses an Item.
     *
     * @return full names; none by default
     */
    public Set<String> needs() {
        return needs;
    }

    /**
     * Returns the relations of links that count as use.
     *
     * @return the relations; none by default
     */
    public Set<String> rels() {
        return rels;
    }

    /**
     * Returns what the schema asks of a Collection.
     *
     * @return {@link CollectionUse#FREE} by default
     */
    public CollectionUse collectionUse() {
        return collectionUse;
    }
}
