package io.stacgenerator.internal.pipeline.asset;

import io.stacgenerator.internal.vendor.Vendors;
import io.stacgenerator.spi.vendor.ProductTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes short asset keys from file names: that of the vendor where a vendor names files so; else what all names begin
 * with is left out. So the keys of one product are the same in all its Items.
 */
final class AssetKeys {

    private static final String DATA = "data";

    private final Vendors vendors;

    AssetKeys(Vendors vendors) {
        this.vendors = vendors;
    }

    /**
     * Makes the keys.
     *
     * @param names the file names of the assets
     * @param data for each of them, whether it is a raster
     * @return a unique key for each name
     */
    List<String> of(List<String> names, List<Boolean> data) {
        List<String> stems = names.stream().map(FileNames::stem).toList();
        int common = FileNames.commonStem(stems).length();
        Map<Integer, String> keys = known(names);
        for (int i = 0; i < names.size(); i++) {
            if (!keys.containsKey(i)) {
                String rest = FileNames.clean(
                        stems.get(i).substring(Math.min(common, stems.get(i).length())));
                put(keys, i, rest.isEmpty() ? kind(names.get(i), data.get(i)) : rest);
            }
        }
        return List.copyOf(keys.values());
    }

    /** Keys of vendors' files go first, so that they do not depend on the files next to them. */
    private Map<Integer, String> known(List<String> names) {
        Map<Integer, String> keys = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            vendors.key(names.get(i)).ifPresent(key -> put(keys, index, key));
        }
        return keys;
    }

    private static void put(Map<Integer, String> keys, int index, String key) {
        keys.put(index, ProductTable.unique(key, Set.copyOf(keys.values())));
    }

    private static String kind(String name, boolean data) {
        String extension = FileNames.clean(FileNames.extension(name)).toLowerCase(Locale.ROOT);
        return data || extension.isEmpty() ? DATA : extension;
    }
}
