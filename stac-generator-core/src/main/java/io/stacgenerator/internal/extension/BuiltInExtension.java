package io.stacgenerator.internal.extension;

import io.stacgenerator.StacVersion;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.SchemaRules;
import java.util.List;
import java.util.Set;

/**
 * What the built-in extensions have in common: their schemas lie in one place. By default their fields come from
 * metadata, which are merged after assets were read, so that there is nothing to write before.
 */
abstract class BuiltInExtension implements StacExtension {

    private final String id;
    private final String repository;
    private final String version;
    private final String versionOfStac100;
    private final SchemaRules rules;
    private final List<Field> fields;

    /**
     * Creates an extension of one version for both versions of STAC.
     *
     * @param id the short name
     * @param repository the name under which its schemas are published
     * @param version the version
     * @param rules what its schema asks of an Item
     * @param fields its fields
     */
    BuiltInExtension(String id, String repository, String version, SchemaRules rules, List<Field> fields) {
        this(id, repository, version, version, rules, fields);
    }

    /**
     * Creates an extension.
     *
     * @param id the short name
     * @param repository the name under which its schemas are published
     * @param version the version that belongs to STAC 1.1.0
     * @param versionOfStac100 the version that belongs to STAC 1.0.0
     * @param rules what its schema asks of an Item
     * @param fields its fields
     */
    BuiltInExtension(
            String id,
            String repository,
            String version,
            String versionOfStac100,
            SchemaRules rules,
            List<Field> fields) {
        this.id = id;
        this.repository = repository;
        this.version = version;
        this.versionOfStac100 = versionOfStac100;
        this.rules = rules;
        this.fields = List.copyOf(fields);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<String> aliases() {
        return repository.equals(id) ? Set.of() : Set.of(repository);
    }

    @Override
    public final String schemaUri(StacVersion stacVersion) {
        return uri(stacVersion == StacVersion.V1_0_0 ? versionOfStac100 : version);
    }

    /** Returns the URI of the schema in some version. */
    final String uri(String someVersion) {
        // not formatted, which took 4 % of validating an Item: its check asks each extension
        return "https://stac-extensions.github.io/" + repository + "/v" + someVersion + "/schema.json";
    }

    @Override
    public final SchemaRules schemaRules() {
        return rules;
    }

    @Override
    public final List<Field> fields() {
        return fields;
    }

    @Override
    public boolean needsAssets() {
        return false;
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {}
}
