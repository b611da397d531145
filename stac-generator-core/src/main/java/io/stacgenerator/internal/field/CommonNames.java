package io.stacgenerator.internal.field;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The common names of bands (eo extension 2.0.0), by the words that mean one of them and no other. */
public final class CommonNames {

    private static final Map<String, String> BY_WORD = Map.ofEntries(
            Map.entry("pan", "pan"),
            Map.entry("panchro", "pan"),
            Map.entry("panchromatic", "pan"),
            Map.entry("coastal", "coastal"),
            Map.entry("coastal aerosol", "coastal"),
            Map.entry("coastal blue", "coastal"),
            Map.entry("blue", "blue"),
            Map.entry("green", "green"),
            Map.entry("yellow", "yellow"),
            Map.entry("red", "red"),
            Map.entry("nir", "nir"),
            Map.entry("near infrared", "nir"),
            Map.entry("near-infrared", "nir"),
            Map.entry("cirrus", "cirrus"));

    private CommonNames() {}

    /**
     * Returns the common name that a word stands for.
     *
     * @param word the name or description of a band, in any case
     * @return the common name; empty when it is not clear
     */
    public static Optional<String> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word.strip().toLowerCase(Locale.ROOT)));
    }
}
