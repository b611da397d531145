package io.stacgenerator.internal.crs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a citation key, which may list names by kind: {@code GCS Name = x|Datum = y|}. */
record Citation(String text) {

    private static final String ESRI = "ESRI PE String = ";
    private static final Pattern WELL_KNOWN_TEXT = Pattern.compile("ESRI PE String = [A-Z]+\\[\"([^\"]*)\"");

    static Citation of(GeoKeys keys, int key) {
        return new Citation(keys.text(key).orElse(""));
    }

    /** Finds the name of a kind. */
    Optional<String> part(String kind) {
        Matcher part = Pattern.compile("(?:^|\\|)" + kind + " = ([^|]+)").matcher(text);
        return part.find() ? Optional.of(part.group(1)) : Optional.empty();
    }

    /** Finds the definition of ESRI; the last one where there are several. */
    Optional<String> wellKnownText() {
        int at = text.lastIndexOf(ESRI);
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at + ESRI.length()));
    }

    /** Finds the name of a kind, which is the whole text where it lists none. */
    Optional<String> name(String kind) {
        Matcher wellKnownText = WELL_KNOWN_TEXT.matcher(text);
        if (wellKnownText.find()) {
            return Optional.of(wellKnownText.group(1));
        }
        return part(kind).or(() -> Optional.of(text).filter(whole -> !whole.isEmpty() && !whole.contains(" = ")));
    }
}
