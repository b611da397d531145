package io.stacgenerator.internal.downgrade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each class the description that the classification extension 1.1.0 demands: its title or its name. */
final class ClassificationFields {

    private static final String CLASSES = "classes";

    private ClassificationFields() {}

    static void downgrade(OldItem item) {
        item.levels().forEach(ClassificationFields::downgrade);
        item.redeclare("classification", "v2.0.0", "v1.1.0");
    }

    private static void downgrade(Map<String, Object> members) {
        members.computeIfPresent("classification:classes", (name, classes) -> described(classes));
        members.computeIfPresent(
                "classification:bitfields",
                (name, bitfields) -> Json.objects(bitfields).stream()
                        .map(ClassificationFields::withDescribedClasses)
                        .toList());
    }

    private static Map<String, Object> withDescribedClasses(Map<String, Object> bitfield) {
        Map<String, Object> copy = new LinkedHashMap<>(bitfield);
        copy.computeIfPresent(CLASSES, (name, classes) -> described(classes));
        return copy;
    }

    private static List<Map<String, Object>> described(Object classes) {
        List<Map<String, Object>> copies = Json.copies(classes);
        copies.forEach(each -> each.putIfAbsent("description", each.getOrDefault("title", each.get("name"))));
        return copies;
    }
}
