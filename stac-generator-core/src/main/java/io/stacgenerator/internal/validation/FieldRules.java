package io.stacgenerator.internal.validation;

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
 * Checks the fields of a document against the table of known fields: their types and values, and that the fields of an
 * extension come with its declaration and the declaration with them. The table describes one version of each extension;
 * where a document declares another, its fields are not checked.
 */
final class FieldRules {

    private final KnownFields known;
    private final Declarations declarations;
    private final ExtensionUse use;
    private final Faults faults;
    private final boolean old;
    private final Set<String> undeclared = new HashSet<>();

    FieldRules(Map<String, Object> document, KnownFields known, ExtensionUse use, Faults faults) {
        this.known = known;
        this.declarations = new Declarations(document, known);
        this.use = use;
        this.faults = faults;
        this.old = OldDocuments.include(document);
    }

    void check(List<FieldHolder> holders) {
        for (FieldHolder holder : holders) {
            holder.members().forEach((name, value) -> check(holder, name, value));
        }
        known.extensions().all().stream().filter(declarations::include).forEach(this::checkUse);
    }

    private void check(FieldHolder holder, String name, @Nullable Object value) {
        KnownExtension owner = known.extensionOf(name, holder.level()).orElse(null);
        if (owner != null && !declarations.include(owner)) {
            if (use.allows(owner)) {
                checkDeclared(holder, name, owner);
            }
            return;
        }
        if (old && owner == null && OldDocuments.leaveFree(holder, name, value)) {
            return;
        }
        Optional<Field> field = known.find(name, holder.level());
        if (field.isPresent() && ValueRules.isPlainlyValid(field.get(), value)) {
            return;
        }
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

    private void checkUse(KnownExtension extension) {
        use.missing(extension)
                .ifPresent(expected -> faults.add(
                        declarations.pointerTo(extension),
                        "declares %s, whose schema expects %s".formatted(extension.uri(), expected)));
    }
}
