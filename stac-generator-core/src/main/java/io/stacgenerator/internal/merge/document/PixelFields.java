package io.stacgenerator.internal.merge.document;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that say how pixels are to be read: of an asset they hold for each band that has no value of its own. */
public final class PixelFields {

    private final Set<String> names;
    private final Set<String> oldArrays;

    public PixelFields(KnownFields known) {
        names = known.pixelFields();
        oldArrays = known.legacyBands().keySet();
    }

    public Set<String> names() {
        return names;
    }

    /** Returns the names of the arrays that describe bands in STAC 1.0. */
    public Set<String> oldArrays() {
        return oldArrays;
    }

    /** Moves the values that are equal in all bands of a document up to its asset. */
    public void hoist(List<Object> given, Map<String, Object> asset) {
        List<Map<String, Object>> bands =
                given.stream().flatMap(band -> JsonValues.object(band).stream()).toList();
        for (String name : bands.isEmpty() || bands.size() < given.size() ? Set.<String>of() : names) {
            Object value = bands.get(0).get(name);
            boolean equal = value != null && bands.stream().allMatch(band -> JsonValues.same(value, band.get(name)));
            if (equal && !asset.containsKey(name)) {
                asset.put(name, value);
                bands.forEach(band -> band.remove(name));
            }
        }
    }
}
