package io.stacgenerator.internal.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a vendor's product.
 *
 * @param name what its name looks like; groups are referred to as {@code $1} in key, title and distance
 * @param key the key of its asset
 * @param title a title for people, or nothing
 * @param roles the roles of its asset
 * @param gsd the ground sample distance in metres, or nothing
 * @param bands the names of its bands; {@code *} for those that the metadata list
 */
record KnownFile(Pattern name, String key, String title, List<Object> roles, String gsd, List<String> bands) {

    static KnownFile parse(String[] row) {
        return new KnownFile(
                Pattern.compile(row[0], Pattern.CASE_INSENSITIVE),
                row[1],
                row[2],
                List.copyOf(words(row[3])),
                row[4],
                words(row[5]));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    Optional<KnownFile> match(String fileName) {
        Matcher matcher = name.matcher(fileName);
        return matcher.matches()
                ? Optional.of(new KnownFile(
                        name,
                        matcher.replaceFirst(key).toLowerCase(Locale.ROOT),
                        matcher.replaceFirst(title),
                        roles,
                        matcher.replaceFirst(gsd),
                        bands))
                : Optional.empty();
    }

    /** Returns the members of its asset other than {@code href} and {@code bands}. */
    Map<String, Object> asset() {
        Map<String, Object> asset = new LinkedHashMap<>();
        if (!title.isEmpty()) {
            asset.put("title", title);
        }
        asset.put("roles", roles);
        if (!gsd.isEmpty()) {
            asset.put("gsd", Double.valueOf(gsd));
        }
        return asset;
    }
}
