package io.stacgenerator.internal.downgrade;

import io.stacgenerator.model.JsonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes {@code bands} as the arrays of STAC 1.0.0, which have equal length and order. What bands inherit from their
 * asset and from the properties goes into each entry, because these arrays inherit nothing; an asset without
 * {@code bands} that has such values gets arrays of one entry. Values in the properties reach the assets that hold
 * data: those that list bands, have such values of their own or the role {@code data}.
 */
final class BandArrays {

    private static final String BANDS = "bands";

    private final LegacyBandFields fields;
    private final Map<String, Object> shared;
    private final List<Map<String, Object>> sharedBands;

    private BandArrays(Map<String, Object> properties, LegacyBandFields fields) {
        this.fields = fields;
        this.sharedBands = JsonValues.objects(properties.remove(BANDS));
        this.shared = fields.takeFrom(properties);
    }

    static void downgrade(OldItem item, LegacyBandFields fields) {
        BandArrays arrays = new BandArrays(item.properties(), fields);
        item.assets().forEach(arrays::downgrade);
        boolean described = item.assets().stream().anyMatch(asset -> asset.containsKey(LegacyBandFields.OF_ITEMS));
        if (described) {
            arrays.put(item.properties(), LegacyBandFields.OF_ITEMS, arrays.sharedBands, Map.of());
        }
    }

    private void downgrade(Map<String, Object> asset) {
        Map<String, Object> own = fields.takeFrom(asset);
        if (!own.isEmpty() || asset.containsKey(BANDS) || hasRoleData(asset)) {
            List<Map<String, Object>> bands = bandsOf(asset);
            Map<String, Object> inherited = new LinkedHashMap<>(shared);
            inherited.putAll(own);
            fields.arrays().forEach(array -> put(asset, array, bands, inherited));
        }
    }

    private static boolean hasRoleData(Map<String, Object> asset) {
        return JsonValues.elements(asset.get("roles")).contains("data");
    }

    private List<Map<String, Object>> bandsOf(Map<String, Object> asset) {
        if (asset.containsKey(BANDS)) {
            return JsonValues.objects(asset.remove(BANDS));
        }
        return sharedBands.isEmpty() ? List.of(Map.of()) : sharedBands;
    }

    private void put(
            Map<String, Object> holder, String array, List<Map<String, Object>> bands, Map<String, Object> inherited) {
        List<Map<String, Object>> entries =
                bands.stream().map(band -> fields.entry(array, band, inherited)).toList();
        if (!entries.stream().allMatch(Map::isEmpty)) {
            holder.put(array, filled(bands, entries));
        }
    }

    /** No array may have an empty entry: the band's name, or one by its position, fills it. */
    private static List<Map<String, Object>> filled(
            List<Map<String, Object>> bands, List<Map<String, Object>> entries) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> entries.get(i).isEmpty()
                        ? Map.of("name", bands.get(i).getOrDefault("name", "b" + (i + 1)))
                        : entries.get(i))
                .toList();
    }
}
