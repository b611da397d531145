package io.stacgenerator.internal.extension;

import io.stacgenerator.Fault;
import io.stacgenerator.StacVersion;
import io.stacgenerator.internal.validation.FieldRules;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.StacExtension;
import java.util.List;
import java.util.Set;

/** What the built-in extensions have in common: their schemas lie in one place, their fields in one table. */
abstract class BuiltInExtension implements StacExtension {

    private final String prefix;
    private final String repository;
    private final String version;
    private final String versionOfStac100;

    /**
     * Creates an extension.
     *
     * @param prefix the prefix of its fields
     * @param repository the name under which its schemas are published
     * @param version the version that belongs to STAC 1.1.0
     * @param versionOfStac100 the version that belongs to STAC 1.0.0
     */
    BuiltInExtension(String prefix, String repository, String version, String versionOfStac100) {
        this.prefix = prefix;
        this.repository = repository;
        this.version = version;
        this.versionOfStac100 = versionOfStac100;
    }

    @Override
    public final String id() {
        return prefix;
    }

    @Override
    public final Set<String> aliases() {
        return Set.of(repository);
    }

    @Override
    public final String schemaUri(StacVersion stacVersion) {
        return "https://stac-extensions.github.io/%s/v%s/schema.json"
                .formatted(repository, stacVersion == StacVersion.V1_0_0 ? versionOfStac100 : version);
    }

    @Override
    public final List<Fault> check(StacItem item) {
        return FieldRules.check(item.toMap(), prefix);
    }
}
