package io.stacgenerator.internal.field;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that are known, with their types, and the extensions they belong to. Immutable. */
public final class KnownFields {

    private final Map<String, Field> fields;
    private final Map<String, KnownExtension> ownersOfBareNames;
    private final KnownExtensions extensions;

    KnownFields(Map<String, Field> fields, Map<String, KnownExtension> ownersOfBareNames, KnownExtensions extensions) {
        this.fields = fields;
        this.ownersOfBareNames = ownersOfBareNames;
        this.extensions = extensions;
    }

    /**
     * Returns the common metadata and the public extensions.
     *
     * @return the same table each time, read on first use
     */
    public static KnownFields builtIn() {
        return BuiltIn.TABLE;
    }

    /**
     * Adds an extension, which takes precedence over one with the same prefix or name.
     *
     * @param extension the extension
     * @param more those of its fields whose types are known; may be empty
     * @return a new table
     */
    public KnownFields with(KnownExtension extension, Collection<Field> more) {
        Map<String, Field> allFields = new HashMap<>(fields);
        Map<String, KnownExtension> owners = new HashMap<>(ownersOfBareNames);
        for (Field field : more) {
            allFields.put(field.name(), field);
            if (Field.prefixOf(field.name()).isEmpty()) {
                owners.put(field.name(), extension);
            }
        }
        return new KnownFields(allFields, owners, extensions.with(extension));
    }

    /**
     * Finds a field. A name without a prefix is known at the levels where it applies only, because elsewhere it is an
     * ordinary word.
     *
     * @param name the full name
     * @param level where it stands
     * @return empty when nothing is known about it
     */
    public Optional<Field> find(String name, FieldLevel level) {
        return Optional.ofNullable(fields.get(name))
                .filter(field -> name.indexOf(':') > 0 || field.levels().contains(level));
    }

    /**
     * Finds the extension that a field belongs to.
     *
     * @param name the full name
     * @param level where it stands
     * @return empty for common metadata and unknown fields
     */
    public Optional<KnownExtension> extensionOf(String name, FieldLevel level) {
        return Field.prefixOf(name)
                .map(extensions::withPrefix)
                .orElseGet(() -> find(name, level).map(field -> ownersOfBareNames.get(field.name())));
    }

    /**
     * Returns the fields of an extension whose types are known.
     *
     * @param extension the extension
     * @return fields ordered by name
     */
    public List<Field> fieldsOf(KnownExtension extension) {
        return fields.values().stream()
                .filter(field -> field.levels().stream()
                        .anyMatch(level -> extensionOf(field.name(), level)
                                .filter(extension::equals)
                                .isPresent()))
                .sorted(Comparator.comparing(Field::name))
                .toList();
    }

    /**
     * Returns the extensions.
     *
     * @return all that are known
     */
    public KnownExtensions extensions() {
        return extensions;
    }

    private static final class BuiltIn {
        static final KnownFields TABLE = FieldTable.read("known-fields.txt");
    }
}
