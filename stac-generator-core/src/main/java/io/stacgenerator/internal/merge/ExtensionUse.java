package io.stacgenerator.internal.merge;

import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which extensions an Item uses, and whether in a way that their schemas accept. */
final class ExtensionUse {

    /** By URI: the hash of an extension is computed each time, from all that its schema asks for. */
    private final Map<String, Set<String>> namesThatCount = new HashMap<>();

    private final Set<String> used = new HashSet<>();

    ExtensionUse(ItemTree tree, KnownFields fields) {
        tree.all()
                .forEach(place -> place.members()
                        .keySet()
                        .forEach(name -> fields.extensionOf(name, place.level())
                                .ifPresent(extension -> add(extension, name, place.level()))));
        Set<Object> rels = new HashSet<>();
        tree.links().forEach(link -> rels.add(link.members().getOrDefault("rel", "")));
        fields.extensions().all().stream()
                .filter(extension -> extension.rules().rels().stream().anyMatch(rels::contains))
                .forEach(extension -> namesThatCount.computeIfAbsent(extension.uri(), first -> new HashSet<>()));
    }

    private void add(KnownExtension extension, String name, FieldLevel level) {
        used.add(extension.uri());
        if (extension.rules().levels().contains(level)) {
            namesThatCount
                    .computeIfAbsent(extension.uri(), first -> new HashSet<>())
                    .add(name);
        }
    }

    boolean isUsed(KnownExtension extension) {
        return used.contains(extension.uri());
    }

    /** The fields that the schema needs and the Item does not have. */
    Set<String> missing(KnownExtension extension) {
        Set<String> missing = new TreeSet<>(extension.rules().needs());
        missing.removeAll(namesThatCount.getOrDefault(extension.uri(), Set.of()));
        return missing;
    }

    boolean isValid(KnownExtension extension) {
        Set<String> names = namesThatCount.get(extension.uri());
        return names != null && names.containsAll(extension.rules().needs());
    }
}
