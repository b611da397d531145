package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.field.Expected;
import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an Item uses.
 *
 * @param holders all its objects that hold fields
 * @param known the fields that are known
 */
record ItemUse(List<FieldHolder> holders, KnownFields known) implements ExtensionUse {

    @Override
    public boolean allows(KnownExtension extension) {
        return holders.stream()
                .anyMatch(holder -> extension
                                .rules()
                                .rels()
                                .contains(String.valueOf(holder.members().get("rel")))
                        || uses(holder, extension));
    }

    private boolean uses(FieldHolder holder, KnownExtension extension) {
        if (!extension.rules().levels().contains(holder.level())) {
            return false;
        }
        Set<String> names = holder.members().keySet();
        return extension.rules().needs().isEmpty()
                ? names.stream()
                        .anyMatch(name -> known.extensionOf(name, holder.level())
                                .filter(extension::equals)
                                .isPresent())
                : names.containsAll(extension.rules().needs());
    }

    @Override
    public Optional<String> missing(KnownExtension extension) {
        return extension.rules().isUseRequired() && !allows(extension)
                ? Optional.of(Expected.useOf(extension))
                : Optional.empty();
    }
}
