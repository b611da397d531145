package io.stacgenerator.internal.validation;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.field.Field;
import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of an Item against the table of known fields: their types and values, and that the fields of an
 * extension come with its declaration and the declaration with them. The table describes one version of each extension;
 * where an Item declares another, its fields are not checked.
 */
public final class FieldRules {

    private final KnownFields known;
    private final Declarations declarations;
    private final Faults faults;
    private final Set<String> undeclared = new HashSet<>();

    FieldRules(Map<String, Object> item, KnownFields known, Faults faults) {
        this.known = known;
        this.declarations = new Declarations(item, known);
        this.faults = faults;
    }

    /**
     * Checks the fields of one public extension.
     *
     * @param item an Item of STAC 1.1.0, whatever its content
     * @param prefix the prefix of the fields, such as {@code eo}
     * @return the rules it breaks; none when it is valid
     * @throws IllegalArgumentException when no extension with this prefix is known
     */
    public static List<Fault> check(Map<String, Object> item, String prefix) {
        return check(item, prefix, KnownFields.builtIn());
    }

    /**
     * Checks the fields of one extension.
     *
     * @param item an Item of STAC 1.1.0, whatever its content
     * @param prefix the prefix of the fields
     * @param known the fields and extensions that are known, this one among them
     * @return the rules it breaks; none when it is valid
     * @throws IllegalArgumentException when no extension with this prefix is known
     */
    public static List<Fault> check(Map<String, Object> item, String prefix, KnownFields known) {
        KnownExtension extension = known.extensions()
                .withPrefix(prefix)
                .orElseThrow(() -> new IllegalArgumentException("no extension with prefix " + prefix + " is known"));
        Faults faults = new Faults();
        List<Holder> holders = Holder.allOf(item);
        FieldRules rules = new FieldRules(item, known, faults);
        rules.checkFields(holders, extension::equals);
        rules.checkUse(holders, extension);
        return faults.list();
    }

    void checkAll(List<Holder> holders) {
        checkFields(holders, extension -> true);
        known.extensions().all().forEach(extension -> checkUse(holders, extension));
    }

    private void checkFields(List<Holder> holders, Predicate<@Nullable KnownExtension> wanted) {
        for (Holder holder : holders) {
            holder.members().forEach((name, value) -> {
                KnownExtension owner = owner(holder, name);
                if (wanted.test(owner)) {
                    checkField(holder, String.valueOf(name), value, owner);
                }
            });
        }
    }

    private @Nullable KnownExtension owner(Holder holder, Object name) {
        return known.extensionOf(String.valueOf(name), holder.level()).orElse(null);
    }

    private void checkField(Holder holder, String name, @Nullable Object value, @Nullable KnownExtension owner) {
        if (owner != null && !declarations.include(owner)) {
            checkDeclared(holder, name, owner);
            return;
        }
        Optional<Field> field = known.find(name, holder.level());
        if (field.isPresent()) {
            ValueRules.check(field.get(), value, holder.pointerTo(name), faults);
        } else if (owner != null && owner.closed()) {
            faults.add(
                    holder.pointerTo(name),
                    "is not a field of %s, whose schema allows no others with its prefix".formatted(owner.uri()));
        }
    }

    /** A name without a prefix is an ordinary word where the extension that uses it too is not declared. */
    private void checkDeclared(Holder holder, String name, KnownExtension owner) {
        boolean prefixed = name.indexOf(':') > 0;
        if (prefixed && !declarations.includeOther(owner) && undeclared.add(owner.uri())) {
            faults.add(holder.pointerTo(name), "is used, expected %s in stac_extensions".formatted(owner.uri()));
        }
    }

    private void checkUse(List<Holder> holders, KnownExtension extension) {
        if (extension.used() && declarations.include(extension) && !isUsed(holders, extension)) {
            faults.add(
                    declarations.pointerTo(extension),
                    "declares %s, whose schema expects %s".formatted(extension.uri(), Expected.useOf(extension)));
        }
    }

    private boolean isUsed(List<Holder> holders, KnownExtension extension) {
        return holders.stream()
                .anyMatch(holder -> extension
                                .rels()
                                .contains(String.valueOf(holder.members().get("rel")))
                        || uses(holder, extension));
    }

    private boolean uses(Holder holder, KnownExtension extension) {
        if (!extension.levels().contains(holder.level())) {
            return false;
        }
        Set<?> names = holder.members().keySet();
        return extension.needs().isEmpty()
                ? names.stream().anyMatch(name -> extension.equals(owner(holder, name)))
                : names.containsAll(extension.needs());
    }
}
