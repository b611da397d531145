package io.stacgenerator.internal.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes short asset keys from file names: what all names begin with is left out, so that the keys of one product are
 * the same in all its Items.
 */
final class AssetKeys {

    private static final String DATA = "data";

    private AssetKeys() {}

    /**
     * Makes the keys.
     *
     * @param names the file names of the assets
     * @param data for each of them, whether it is a raster
     * @return a unique key for each name
     */
    static List<String> of(List<String> names, List<Boolean> data) {
        List<String> stems = names.stream().map(FileNames::stem).toList();
        int common = FileNames.commonStem(stems).length();
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String rest =
                    clean(stems.get(i).substring(Math.min(common, stems.get(i).length())));
            keys.add(unique(rest.isEmpty() ? kind(names.get(i), data.get(i)) : rest, keys));
        }
        return new ArrayList<>(keys);
    }

    private static String kind(String name, boolean data) {
        String extension = clean(FileNames.extension(name)).toLowerCase(Locale.ROOT);
        return data || extension.isEmpty() ? DATA : extension;
    }

    private static String clean(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._-]+|[._-]+$", "");
    }

    private static String unique(String key, Set<String> taken) {
        String candidate = key;
        for (int i = 2; taken.contains(candidate); i++) {
            candidate = key + "_" + i;
        }
        return candidate;
    }
}
