package io.stacgenerator.internal.merge;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.spi.Field;
import io.stacgenerator.spi.FieldTrait;
import io.stacgenerator.spi.LegacyBand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields that say how pixels are to be read: of an asset they hold for each band that has no value of its own. */
final class PixelFields {

    private final Set<String> names;

    /** Takes those that STAC 1.0.0 has beside the data type. */
    PixelFields(KnownFields known) {
        Optional<String> array =
                known.find("data_type").flatMap(Field::legacyBand).map(LegacyBand::array);
        names = known.all().stream()
                .filter(field -> !field.is(FieldTrait.ATOMIC))
                .filter(field -> field.legacyBand()
                        .filter(LegacyBand::inBandsOnly)
                        .map(LegacyBand::array)
                        .equals(array))
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> names() {
        return names;
    }

    /** Moves the values that are equal in all bands up to the asset. */
    void hoist(Map<String, Object> asset) {
        List<Map<String, Object>> bands = JsonValues.array(asset.get("bands")).orElse(List.of()).stream()
                .flatMap(band -> JsonValues.object(band).stream())
                .toList();
        for (String name : bands.isEmpty() ? Set.<String>of() : names) {
            Object value = bands.get(0).get(name);
            boolean equal = value != null && bands.stream().allMatch(band -> JsonValues.same(value, band.get(name)));
            if (equal && !asset.containsKey(name)) {
                asset.put(name, value);
                bands.forEach(band -> band.remove(name));
            }
        }
    }
}
