package io.stacgenerator.internal.downgrade;

import java.util.Map;

/**
 * Declares the view extension 1.0.0 where it suffices: it asks for a field of it in the properties and does not know
 * the moon. Elsewhere 1.1.0 stays, which is valid in STAC 1.0.0 too.
 */
final class ViewFields {

    private ViewFields() {}

    static void downgrade(OldItem item) {
        if (has(item.properties(), "view:") && item.levels().noneMatch(members -> has(members, "view:moon_"))) {
            item.redeclare("view", "v1.1.0", "v1.0.0");
        }
    }

    private static boolean has(Map<String, Object> members, String start) {
        return members.keySet().stream().anyMatch(name -> name.startsWith(start));
    }
}
