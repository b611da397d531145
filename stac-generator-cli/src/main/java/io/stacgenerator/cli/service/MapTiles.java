package io.stacgenerator.cli.service;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tiles of another server below the map of the page.
 *
 * @param url where they are, with {@code {z}}, {@code {x}} and {@code {y}} in Web Mercator, and {@code {s}} for hosts
 *     {@code a} to {@code c}
 * @param attribution whom the map names as their source; may be empty
 */
public record MapTiles(String url, String attribution) {

    private static final Pattern ORIGIN = Pattern.compile("(https?://[\\w.{}-]+(?::[0-9]{1,5})?)/\\S+");

    /**
     * Checks the URL.
     *
     * @throws IllegalArgumentException when no tile can be found by it
     */
    public MapTiles {
        if (!ORIGIN.matcher(url).matches()
                || !List.of("{z}", "{x}", "{y}").stream().allMatch(url::contains)) {
            throw new IllegalArgumentException(
                    "'%s', expected a URL such as https://tiles.example.com/{z}/{x}/{y}.png".formatted(url));
        }
    }

    /** Returns the origin as Content Security Policy names it. */
    String origin() {
        Matcher matcher = ORIGIN.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalStateException(url);
        }
        return matcher.group(1).replace("{s}", "*");
    }

    Map<String, Object> toMap() {
        return Map.of("url", url, "attribution", attribution);
    }
}
