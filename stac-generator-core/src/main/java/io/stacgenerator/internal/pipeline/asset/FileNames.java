package io.stacgenerator.internal.pipeline.asset;

import java.util.List;
import java.util.regex.Pattern;

/** What file names have in common. */
public final class FileNames {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern PUNCTUATION_AT_ENDS = Pattern.compile("^[._-]++|(?<![._-])[._-]++$");

    private FileNames() {}

    /** Returns the letters, digits, dots, underscores and hyphens of a name, without punctuation at its ends. */
    public static String clean(String name) {
        return PUNCTUATION_AT_ENDS.matcher(UNSAFE.matcher(name).replaceAll("_")).replaceAll("");
    }

    public static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot + 1) : "";
    }

    /**
     * Returns what all stems begin with, up to a whole word of each: {@code LC08_B4} and {@code LC08_B5} have
     * {@code LC08} in common, not {@code LC08_B}.
     */
    public static String commonStem(List<String> stems) {
        String first = stems.get(0);
        for (int length = first.length(); length > 0; length--) {
            String prefix = first.substring(0, length);
            if (stems.stream().allMatch(stem -> stem.startsWith(prefix) && endsAWord(stem, prefix.length()))) {
                return prefix;
            }
        }
        return "";
    }

    private static boolean endsAWord(String stem, int end) {
        return end == stem.length() || !Character.isLetterOrDigit(stem.charAt(end));
    }
}
