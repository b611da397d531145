package io.stacgenerator.internal.validation;

import io.stacgenerator.StacVersion;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What STAC 1.0.0 does not know: documents of that version may use it with any meaning. */
final class OldDocuments {

    /** Of Items and assets; 1.0.0 has no bands outside of extensions (STAC 1.1.0, changelog). */
    private static final Set<String> NEW_FIELDS = Set.of("bands", "data_type", "nodata", "statistics", "unit");

    /** Which 1.0.0 has in Collections or assets only. */
    private static final Set<String> NEW_PROPERTIES = Set.of("keywords", "roles");

    private static final Set<String> NEW_IN_LINKS = Set.of("method", "headers", "body");

    private OldDocuments() {}

    static boolean include(Map<String, Object> document) {
        return StacVersion.V1_0_0.text().equals(document.get("stac_version"));
    }

    /** Returns the objects that hold fields in 1.0.0. */
    static List<FieldHolder> holders(List<FieldHolder> holders) {
        return holders.stream()
                .filter(holder ->
                        holder.level() != FieldLevel.BAND && !holder.pointer().startsWith("/item_assets/"))
                .toList();
    }

    /** Returns whether 1.0.0 has no rule for a field that 1.1.0 has one for. */
    static boolean leaveFree(FieldHolder holder, String name, @Nullable Object value) {
        boolean isProperty = holder.pointer().equals("/properties");
        return NEW_FIELDS.contains(name)
                || (holder.level() == FieldLevel.LINK && NEW_IN_LINKS.contains(name))
                || (isProperty && NEW_PROPERTIES.contains(name))
                || (name.equals("description")
                        && "".equals(value)
                        && !holder.pointer().isEmpty());
    }
}
