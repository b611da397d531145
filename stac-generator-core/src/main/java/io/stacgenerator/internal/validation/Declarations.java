package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.model.JsonValues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The extensions that an Item declares. */
final class Declarations {

    private final List<?> order;
    private final Set<?> uris;
    private final KnownFields known;

    Declarations(Map<String, Object> item, KnownFields known) {
        this.order = JsonValues.elements(item.get("stac_extensions"));
        this.uris = new HashSet<>(order);
        this.known = known;
    }

    boolean include(KnownExtension extension) {
        return uris.contains(extension.uri());
    }

    /** Returns whether an extension is declared in another version than the one that is known. */
    boolean includeOther(KnownExtension extension) {
        return uris.stream()
                .flatMap(uri -> known.extensions().withUri(String.valueOf(uri)).stream())
                .anyMatch(extension::equals);
    }

    String pointerTo(KnownExtension extension) {
        return "/stac_extensions/" + order.indexOf(extension.uri());
    }
}
