package io.stacgenerator.internal.field;

import static java.util.Comparator.reverseOrder;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.FieldTrait;
import io.stacgenerator.spi.field.LegacyBand;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The fields that are known, with their types, and the extensions they belong to. Immutable. */
public final class KnownFields {

    private final Map<String, Field> fields;
    private final Map<String, KnownExtension> ownersOfBareNames;
    private final KnownExtensions extensions;
    private final List<StacExtension> installed;
    private final Map<String, Map<String, String>> legacyBands = new TreeMap<>(reverseOrder());
    private final Set<String> pixelFields;

    KnownFields(
            Map<String, Field> fields,
            Map<String, KnownExtension> ownersOfBareNames,
            KnownExtensions extensions,
            List<StacExtension> installed) {
        this.fields = Map.copyOf(fields);
        this.ownersOfBareNames = Map.copyOf(ownersOfBareNames);
        this.extensions = extensions;
        this.installed = List.copyOf(installed);
        this.fields
                .values()
                .forEach(field -> field.legacyBand()
                        .ifPresent(legacy -> legacyBands
                                .computeIfAbsent(legacy.array(), first -> new HashMap<>())
                                .put(legacy.name(), field.name())));
        this.pixelFields = findPixelFields();
    }

    private Set<String> findPixelFields() {
        Optional<String> array = find("data_type").flatMap(Field::legacyBand).map(LegacyBand::array);
        return fields.values().stream()
                .filter(field -> !field.is(FieldTrait.ATOMIC))
                .filter(field -> field.legacyBand()
                        .filter(LegacyBand::inBandsOnly)
                        .map(LegacyBand::array)
                        .equals(array))
                .map(Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Knows the common metadata, the fields of installed extensions, and the public extensions that are not installed.
     *
     * @param installed the extensions, each taking precedence over a public one with the same prefix
     * @return what is known
     */
    public static KnownFields of(List<StacExtension> installed) {
        FieldIndex index = FieldTable.read("known-fields.txt");
        installed.forEach(extension -> add(extension, index));
        return index.known(installed);
    }

    private static void add(StacExtension extension, FieldIndex index) {
        try {
            index.add(extension);
        } catch (RuntimeException | LinkageError e) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_SERVICE,
                    "extension '%s' (%s) cannot say what its fields are: %s"
                            .formatted(extension.id(), extension.getClass().getName(), e),
                    e);
        }
    }

    /**
     * Returns the extensions that may convert fields from and to older versions.
     *
     * @return the installed extensions
     */
    public List<StacExtension> installed() {
        return installed;
    }

    /**
     * Returns the arrays that describe bands in STAC 1.0.0.
     *
     * @return for each array the full names of the fields by their names in its entries; {@code eo:bands}, which names
     *     bands, comes after {@code raster:bands}
     */
    public Map<String, Map<String, String>> legacyBands() {
        return legacyBands;
    }

    /**
     * Returns the fields that say how pixels are to be read: those that STAC 1.0.0 has besides the data type.
     *
     * @return full names
     */
    public Set<String> pixelFields() {
        return pixelFields;
    }

    /**
     * Returns all fields.
     *
     * @return fields ordered by name
     */
    public List<Field> all() {
        return fields.values().stream()
                .sorted(Comparator.comparing(Field::name))
                .toList();
    }

    /**
     * Finds a field by its name alone.
     *
     * @param name the full name
     * @return empty when nothing is known about it
     */
    public Optional<Field> find(String name) {
        return Optional.ofNullable(fields.get(name));
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
        return find(name)
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
        return all().stream()
                .filter(field -> field.levels().stream()
                        .anyMatch(level -> extensionOf(field.name(), level)
                                .filter(extension::equals)
                                .isPresent()))
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
}
