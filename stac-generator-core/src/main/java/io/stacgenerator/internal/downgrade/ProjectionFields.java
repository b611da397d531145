package io.stacgenerator.internal.downgrade;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code proj:code} as {@code proj:epsg}. The projection extension 1.1.0 can say nothing else; where an Item has
 * a code of another authority, which stays beside {@code proj:epsg} null, or a PROJJSON of version 0.7, 1.2.0 is
 * declared, which knows these too.
 */
final class ProjectionFields {

    private static final Pattern EPSG = Pattern.compile("EPSG:(\\d{1,9})");

    private ProjectionFields() {}

    static void downgrade(OldItem item) {
        item.levels().forEach(ProjectionFields::downgrade);
        item.redeclare(
                "projection", "v2.0.0", item.levels().anyMatch(ProjectionFields::isBeyond11) ? "v1.2.0" : "v1.1.0");
    }

    private static void downgrade(Map<String, Object> members) {
        if (!members.containsKey("proj:code")) {
            return;
        }
        Object code = members.get("proj:code");
        Integer epsg = epsg(code);
        Json.replace(members, "proj:code", "proj:epsg", epsg);
        if (epsg == null && code != null) {
            members.put("proj:code", code);
        }
    }

    private static @Nullable Integer epsg(@Nullable Object code) {
        if (!(code instanceof String text)) {
            return null;
        }
        Matcher matcher = EPSG.matcher(text);
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }

    private static boolean isBeyond11(Map<String, Object> members) {
        return members.containsKey("proj:code") || members.get("proj:projjson") != null;
    }
}
