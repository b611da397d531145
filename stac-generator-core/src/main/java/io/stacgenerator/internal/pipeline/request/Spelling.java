package io.stacgenerator.internal.pipeline.request;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the name that somebody may have meant who wrote another one. */
final class Spelling {

    /** Of letters that are missing, too many or wrong; two names of more are not alike. */
    private static final int MOST = 2;

    private Spelling() {}

    /** Returns the closest of some names; empty where none is close, or the name is so short that any would be. */
    static Optional<String> meant(String name, List<String> names) {
        String written = name.toLowerCase(Locale.ROOT);
        int most = Math.min(MOST, written.length() / 2);
        return names.stream()
                .filter(each -> distance(written, each.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt(each -> distance(written, each.toLowerCase(Locale.ROOT))));
    }

    /** The distance of Levenshtein. */
    private static int distance(String a, String b) {
        int[] above = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
