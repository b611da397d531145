package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.field.Expected;
import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.CollectionUse;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a Collection uses: in itself, its assets, {@code item_assets}, {@code summaries} and {@code providers}.
 *
 * @param collection the members of the Collection
 * @param holders its objects that hold fields
 * @param known the fields that are known
 */
record CollectionFields(Map<String, Object> collection, List<FieldHolder> holders, KnownFields known)
        implements ExtensionUse {

    @Override
    public boolean allows(KnownExtension extension) {
        return switch (extension.rules().collectionUse()) {
            case FREE -> true;
            case REQUIRED -> uses(extension);
            case REFUSED -> false;
        };
    }

    private boolean uses(KnownExtension extension) {
        Set<String> needs = extension.rules().needs();
        return needs.isEmpty()
                ? names().anyMatch(name -> belongs(name, extension))
                : holders.stream().anyMatch(holder -> holder.members().keySet().containsAll(needs));
    }

    private Stream<String> names() {
        Stream<Map<String, Object>> others = Stream.concat(
                Stream.of(JsonValues.members(collection.get("summaries"))),
                JsonValues.objects(collection.get("providers")).stream());
        return Stream.concat(holders.stream().map(FieldHolder::members), others)
                .flatMap(members -> members.keySet().stream());
    }

    private boolean belongs(String name, KnownExtension extension) {
        return Stream.of(FieldLevel.values())
                .anyMatch(level ->
                        known.extensionOf(name, level).filter(extension::equals).isPresent());
    }

    @Override
    public Optional<String> missing(KnownExtension extension) {
        if (allows(extension)) {
            return Optional.empty();
        }
        return Optional.of(
                extension.rules().collectionUse() == CollectionUse.REFUSED
                        ? "to be declared by Items only"
                        : Expected.useOf(extension) + ", or such a field in item_assets or summaries");
    }
}
