package io.stacgenerator.internal.merge;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of the Item that holds fields: its properties, an asset, a band or a link.
 *
 * @param pointer where it is
 * @param level what it is
 * @param members its members, to be changed
 * @param parent the object whose fields are defaults for this one, or null
 */
record Place(
        String pointer,
        FieldLevel level,
        Map<String, Object> members,
        @Nullable Place parent) {

    String pointerTo(String member) {
        return JsonPointer.to(pointer, member);
    }

    Optional<Place> above() {
        return Optional.ofNullable(parent);
    }

    Place band(int index, Map<String, Object> band) {
        return new Place(JsonPointer.to(pointerTo("bands"), index), FieldLevel.BAND, band, this);
    }
}
