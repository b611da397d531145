package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.field.Expected;
import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of an Item against the table of known fields: their types and values, and that the fields of an
 * extension come with its declaration and the declaration with them. The table describes one version of each extension;
 * where an Item declares another, its fields are not checked.
 */
final class FieldRules {

    private final KnownFields known;
    private final Declarations declarations;
    private final Faults faults;
    private final Set<String> undeclared = new HashSet<>();

    FieldRules(Map<String, Object> item, KnownFields known, Faults faults) {
        this.known = known;
        this.declarations = new Declarations(item, known);
        this.faults = faults;
    }

    void check(List<FieldHolder> holders) {
        for (FieldHolder holder : holders) {
            holder.members().forEach((name, value) -> check(holders, holder, name, value, owner(holder, name)));
        }
        known.extensions().all().forEach(extension -> checkUse(holders, extension));
    }

    private @Nullable KnownExtension owner(FieldHolder holder, String name) {
        return known.extensionOf(name, holder.level()).orElse(null);
    }

    private void check(
            List<FieldHolder> holders,
            FieldHolder holder,
            String name,
            @Nullable Object value,
            @Nullable KnownExtension owner) {
        if (owner != null && !declarations.include(owner)) {
            if (isUsed(holders, owner)) {
                checkDeclared(holder, name, owner);
            }
            return;
        }
        Optional<Field> field = known.find(name, holder.level());
        if (field.isPresent()) {
            ValueRules.check(field.get(), value, holder.pointerTo(name), faults);
        } else if (owner != null && owner.rules().isClosed()) {
            faults.add(
                    holder.pointerTo(name),
                    "is not a field of %s, whose schema allows no others with its prefix".formatted(owner.uri()));
        }
    }

    /**
     * A name without a prefix is an ordinary word where the extension that uses it too is not declared. Not asked where
     * the schema of the extension would refuse its declaration.
     */
    private void checkDeclared(FieldHolder holder, String name, KnownExtension owner) {
        boolean prefixed = name.indexOf(':') > 0;
        if (prefixed && !declarations.includeOther(owner) && undeclared.add(owner.uri())) {
            faults.add(holder.pointerTo(name), "is used, expected %s in stac_extensions".formatted(owner.uri()));
        }
    }

    private void checkUse(List<FieldHolder> holders, KnownExtension extension) {
        if (extension.rules().isUseRequired() && declarations.include(extension) && !isUsed(holders, extension)) {
            faults.add(
                    declarations.pointerTo(extension),
                    "declares %s, whose schema expects %s".formatted(extension.uri(), Expected.useOf(extension)));
        }
    }

    private boolean isUsed(List<FieldHolder> holders, KnownExtension extension) {
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
                ? names.stream().anyMatch(name -> extension.equals(owner(holder, name)))
                : names.containsAll(extension.rules().needs());
    }
}
