package io.stacgenerator.internal.merge.asset;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.model.JsonValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds the asset of the Item that an asset of a document speaks of: by key, else by href, else by the name of the file
 * where only one on either side has it, in the same case or another. The key of an asset without href may be such a
 * name, with or without what follows the last dot.
 */
public final class AssetMatching {

    private final Map<String, String> unclaimed = new LinkedHashMap<>();
    private final Map<String, String> found = new HashMap<>();

    private AssetMatching(Map<String, Object> assets) {
        unclaimed.putAll(hrefs(assets));
    }

    /**
     * Matches assets.
     *
     * @param assets the assets of the Item
     * @param patch the assets of the document
     * @param base what relative hrefs of the document are resolved against
     * @return the key in the Item by the key in the document; nothing for those that match none
     */
    public static Map<String, String> match(Map<String, Object> assets, Map<String, Object> patch, String base) {
        AssetMatching matching = new AssetMatching(assets);
        patch.keySet().stream().filter(assets::containsKey).forEach(key -> matching.claim(key, key));
        Map<String, String> open = hrefs(patch);
        patch.keySet().forEach(key -> open.putIfAbsent(key, key));
        open.keySet().removeIf(assets::containsKey);
        matching.claimBy(open, Hrefs::canonical, Hrefs::canonical);
        matching.claimBy(open, href -> Hrefs.canonical(Hrefs.resolve(base, href)), Hrefs::canonical);
        matching.claimByName(open, AssetMatching::fileName, AssetMatching::fileName);
        matching.claimByName(open, AssetMatching::anyCase, AssetMatching::anyCase);
        open.keySet().removeAll(hrefs(patch).keySet());
        matching.claimByName(open, AssetMatching::anyCase, AssetMatching::stem);
        return matching.found;
    }

    private static Map<String, String> hrefs(Map<String, Object> assets) {
        Map<String, String> hrefs = new LinkedHashMap<>();
        assets.forEach((key, asset) -> JsonValues.object(asset)
                .map(object -> object.get("href"))
                .ifPresent(href -> hrefs.put(key, href.toString())));
        return hrefs;
    }

    private void claim(String documentKey, String itemKey) {
        found.put(documentKey, itemKey);
        unclaimed.remove(itemKey);
    }

    private void claimBy(Map<String, String> open, UnaryOperator<String> form, UnaryOperator<String> formInItem) {
        for (String key : List.copyOf(open.keySet())) {
            String wanted = form.apply(open.getOrDefault(key, ""));
            unclaimed.entrySet().stream()
                    .filter(asset -> formInItem.apply(asset.getValue()).equals(wanted))
                    .findFirst()
                    .map(Map.Entry::getKey)
                    .ifPresent(itemKey -> {
                        claim(key, itemKey);
                        open.remove(key);
                    });
        }
    }

    private void claimByName(Map<String, String> open, UnaryOperator<String> form, UnaryOperator<String> formInItem) {
        for (String key : List.copyOf(open.keySet())) {
            String name = form.apply(open.getOrDefault(key, ""));
            Optional<String> there = onlyKeyOf(unclaimed, name, formInItem);
            if (there.isPresent() && onlyKeyOf(open, name, form).isPresent()) {
                claim(key, there.get());
            }
        }
        open.keySet().removeAll(found.keySet());
    }

    private static Optional<String> onlyKeyOf(Map<String, String> hrefs, String name, UnaryOperator<String> form) {
        List<String> keys = hrefs.entrySet().stream()
                .filter(asset -> form.apply(asset.getValue()).equals(name))
                .map(Map.Entry::getKey)
                .toList();
        return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
    }

    private static String anyCase(String href) {
        return fileName(href).toLowerCase(Locale.ROOT);
    }

    private static String stem(String href) {
        return anyCase(href).replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    /** Hrefs in Items are percent-encoded even where they are relative. */
    private static String fileName(String href) {
        return Hrefs.fileName(Hrefs.canonical(href));
    }
}
