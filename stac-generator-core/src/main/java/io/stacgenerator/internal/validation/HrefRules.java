package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.href.Iri;
import java.util.Map;

/** Where assets and links lead to; an href is not quoted, because it may hold a credential. */
final class HrefRules {

    private HrefRules() {}

    static void check(String pointer, Map<String, Object> holder, Faults faults) {
        if (!holder.containsKey("href")) {
            faults.lacks(pointer, "href", "an absolute or relative reference");
        } else if (holder.get("href") instanceof String href && !Iri.isReference(href)) {
            faults.add(pointer + "/href", "has a blank or one of < > \" \\ ^ `, expected them percent-encoded");
        }
    }
}
