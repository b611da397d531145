package io.stacgenerator.internal.field;

import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects fields and the extensions they belong to; a later extension takes over the prefixes of an earlier one. */
final class FieldIndex {

    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, KnownExtension> ownersOfBareNames = new HashMap<>();
    private final List<KnownExtension> extensions = new ArrayList<>();

    void add(KnownExtension extension) {
        extensions.add(extension);
    }

    void add(Field field, @Nullable KnownExtension owner) {
        fields.put(field.name(), field);
        if (owner != null && Field.prefixOf(field.name()).isEmpty()) {
            ownersOfBareNames.put(field.name(), owner);
        }
    }

    void add(StacExtension installed) {
        KnownExtension extension = KnownExtension.of(installed);
        extensions.removeIf(other -> other.name().equals(extension.name())
                || other.prefixes().stream().anyMatch(extension.prefixes()::contains));
        fields.keySet().removeIf(name -> isOf(extension, name));
        add(extension);
        installed.fields().forEach(field -> add(field, extension));
    }

    /** Makes no strings: all fields are looked at for each extension before the first Item of a process is made. */
    private static boolean isOf(KnownExtension extension, String name) {
        for (String prefix : extension.prefixes()) {
            if (name.startsWith(prefix) && name.startsWith(":", prefix.length())) {
                return true;
            }
        }
        return false;
    }

    KnownFields known(List<StacExtension> installed) {
        return new KnownFields(fields, ownersOfBareNames, new KnownExtensions(extensions), installed);
    }
}
