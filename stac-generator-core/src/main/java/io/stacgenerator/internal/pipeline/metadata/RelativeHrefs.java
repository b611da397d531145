package io.stacgenerator.internal.pipeline.metadata;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the relative hrefs of links and assets, which are those of the document, not of the Item. */
final class RelativeHrefs {

    private static final String HREF = "href";

    private RelativeHrefs() {}

    /**
     * Resolves hrefs.
     *
     * @param document a parsed document; not changed
     * @param base where it was read from
     * @return a copy with absolute hrefs
     */
    static Map<String, Object> resolved(Map<String, Object> document, String base) {
        Map<String, Object> copy = new LinkedHashMap<>(document);
        copy.computeIfPresent("links", (name, links) -> resolvedLinks(links, base));
        copy.computeIfPresent("assets", (name, assets) -> resolvedAssets(assets, base));
        return copy;
    }

    private static Object resolvedLinks(Object links, String base) {
        if (!(links instanceof List<?> list)) {
            return links;
        }
        List<@Nullable Object> resolved = new ArrayList<>();
        list.forEach(link -> resolved.add(resolvedHolder(link, base)));
        return resolved;
    }

    private static Object resolvedAssets(Object assets, String base) {
        if (!(assets instanceof Map<?, ?> map)) {
            return assets;
        }
        Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
        map.forEach((key, asset) -> resolved.put(String.valueOf(key), resolvedHolder(asset, base)));
        return resolved;
    }

    private static @Nullable Object resolvedHolder(@Nullable Object holder, String base) {
        Map<String, Object> members = JsonValues.object(holder).orElse(Map.of());
        if (!(members.get(HREF) instanceof String href) || !isRelative(href)) {
            return holder;
        }
        Map<String, Object> resolved = new LinkedHashMap<>(members);
        resolved.put(HREF, Hrefs.resolve(base, href));
        return resolved;
    }

    /** A character of control, which no path may have, is left to the check of hrefs. */
    private static boolean isRelative(String href) {
        return !href.isBlank() && Hrefs.scheme(href) == null && href.chars().noneMatch(Character::isISOControl);
    }
}
