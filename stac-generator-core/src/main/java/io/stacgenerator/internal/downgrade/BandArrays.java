package io.stacgenerator.internal.downgrade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes {@code bands} as {@code eo:bands} and {@code raster:bands}, arrays of equal length and order. What bands
 * inherit from their asset and from the properties goes into each entry, because the arrays of STAC 1.0.0 inherit
 * nothing; an asset without {@code bands} that has such values gets arrays of one entry. Values in the properties reach
 * the assets that hold data: those that list bands, have such values of their own or the role {@code data}.
 */
final class BandArrays {

    private static final String BANDS = "bands";
    private static final String EO_BANDS = "eo:bands";
    private static final String RASTER_BANDS = "raster:bands";

    private final Map<String, Object> shared;
    private final List<Map<String, Object>> sharedBands;

    private BandArrays(Map<String, Object> properties) {
        this.sharedBands = Json.objects(properties.remove(BANDS));
        this.shared = BandFields.takeFrom(properties);
    }

    static void downgrade(OldItem item) {
        BandArrays arrays = new BandArrays(item.properties());
        item.assets().forEach(arrays::downgrade);
        item.redeclare("eo", "v2.0.0", "v1.1.0");
        item.redeclare("raster", "v2.0.0", "v1.1.0");
        if (anyHas(EO_BANDS, item)) {
            item.declare("eo", "v1.1.0");
            put(item.properties(), EO_BANDS, arrays.summary());
        }
        if (anyHas(RASTER_BANDS, item)) {
            item.declare("raster", "v1.1.0");
        }
    }

    private static boolean anyHas(String array, OldItem item) {
        return item.assets().stream().anyMatch(asset -> asset.containsKey(array));
    }

    private void downgrade(Map<String, Object> asset) {
        Map<String, Object> own = BandFields.takeFrom(asset);
        if (!own.isEmpty() || asset.containsKey(BANDS) || hasRoleData(asset)) {
            List<Map<String, Object>> bands = bandsOf(asset);
            Map<String, Object> inherited = new LinkedHashMap<>(shared);
            inherited.putAll(own);
            put(asset, EO_BANDS, eoBands(bands, inherited));
            put(asset, RASTER_BANDS, rasterBands(bands, inherited));
        }
    }

    private static boolean hasRoleData(Map<String, Object> asset) {
        return Json.list(asset.get("roles")).contains("data");
    }

    private List<Map<String, Object>> bandsOf(Map<String, Object> asset) {
        if (asset.containsKey(BANDS)) {
            return Json.objects(asset.remove(BANDS));
        }
        return sharedBands.isEmpty() ? List.of(Map.of()) : sharedBands;
    }

    private List<Map<String, Object>> summary() {
        return eoBands(sharedBands, Map.of());
    }

    private static List<Map<String, Object>> eoBands(List<Map<String, Object>> bands, Map<String, Object> inherited) {
        return filled(
                bands,
                bands.stream().map(band -> BandFields.eo(band, inherited)).toList());
    }

    private static List<Map<String, Object>> rasterBands(
            List<Map<String, Object>> bands, Map<String, Object> inherited) {
        return filled(
                bands,
                bands.stream().map(band -> BandFields.raster(band, inherited)).toList());
    }

    /** Neither array may have an empty entry: the band's name, or one by its position, fills it. */
    private static List<Map<String, Object>> filled(
            List<Map<String, Object>> bands, List<Map<String, Object>> entries) {
        if (entries.stream().allMatch(Map::isEmpty)) {
            return List.of();
        }
        return IntStream.range(0, entries.size())
                .mapToObj(i -> entries.get(i).isEmpty()
                        ? Map.of("name", bands.get(i).getOrDefault("name", "b" + (i + 1)))
                        : entries.get(i))
                .toList();
    }

    private static void put(Map<String, Object> members, String array, List<Map<String, Object>> entries) {
        if (!entries.isEmpty()) {
            members.put(array, entries);
        }
    }
}
