package io.stacgenerator.internal.pipeline.metadata;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.href.PercentEncoding;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.model.JsonValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the relative hrefs of links and assets, which are those of the document, not of the Item, and encodes what
 * no href may have, such as a blank.
 */
final class RelativeHrefs {

    private static final String HREF = "href";

    /** Of no reference, but braces may be those of a template. */
    private static final Pattern FOREIGN = Pattern.compile("[ <>\"\\\\^`]+");

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
        JsonValues.array(copy.get("links"))
                .ifPresent(links -> copy.put(
                        "links", links.stream().map(link -> holder(link, base)).collect(Collectors.toList())));
        JsonValues.object(copy.get("assets")).ifPresent(assets -> {
            Map<String, Object> resolved = new LinkedHashMap<>(assets);
            resolved.replaceAll((key, asset) -> holder(asset, base));
            copy.put("assets", resolved);
        });
        return copy;
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of maps and lists
    private static Object holder(@Nullable Object holder, String base) {
        Map<String, Object> members = JsonValues.members(holder);
        if (!(members.get(HREF) instanceof String href) || !isPath(href)) {
            return holder;
        }
        Map<String, Object> resolved = new LinkedHashMap<>(members);
        resolved.put(
                HREF,
                Hrefs.scheme(href) == null
                        ? Hrefs.resolve(base, withoutUser(href))
                        : FOREIGN.matcher(href).replaceAll(match -> PercentEncoding.encode(match.group())));
        return resolved;
    }

    /** Afterwards a user with a password looks like a folder. */
    private static String withoutUser(String href) {
        return href.indexOf('@') < 0 ? href : Secrets.published(href);
    }

    /** A character of control, which no path may have, is left to the merge. */
    private static boolean isPath(String href) {
        return !href.isBlank() && href.chars().noneMatch(Character::isISOControl);
    }
}
