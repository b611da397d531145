package io.stacgenerator.internal.downgrade;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.LegacyBand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields of bands, and in which array and by which name STAC 1.0.0 has them. */
final class LegacyBandFields {

    /** Takes what no extension has another place for; the only one that an Item has in its properties. */
    static final String OF_ITEMS = "eo:bands";

    private final KnownFields known;

    LegacyBandFields(KnownFields known) {
        this.known = known;
    }

    Set<String> arrays() {
        Set<String> arrays = new TreeSet<>(known.legacyBands().keySet());
        arrays.add(OF_ITEMS);
        return arrays;
    }

    /** Removes from an asset or the properties what bands inherit and STAC 1.0.0 has in bands only. */
    Map<String, Object> takeFrom(Map<String, Object> holder) {
        Map<String, Object> taken = new LinkedHashMap<>(holder);
        taken.keySet()
                .removeIf(name -> legacy(name).filter(LegacyBand::inBandsOnly).isEmpty());
        holder.keySet().removeAll(taken.keySet());
        return taken;
    }

    /** Returns the entry of an array for a band, with what the band inherits. */
    Map<String, Object> entry(String array, Map<String, Object> band, Map<String, Object> inherited) {
        Map<String, Object> all = new LinkedHashMap<>(band);
        inherited.forEach((name, value) -> {
            if (!band.containsKey(name)) {
                all.put(name, value);
            }
        });
        Map<String, Object> entry = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            LegacyBand legacy = legacy(name).orElse(new LegacyBand(OF_ITEMS, name));
            if (legacy.array().equals(array)) {
                entry.put(legacy.name(), value);
            }
        });
        return entry;
    }

    private Optional<LegacyBand> legacy(String name) {
        return known.find(name).flatMap(Field::legacyBand);
    }
}
