package io.stacgenerator.internal.href;

import java.util.regex.Pattern;

/** The characters of internationalized resource identifiers, RFC 3987. */
public final class Iri {

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
    private static final Pattern FOREIGN = Pattern.compile("[\\s<>\"\\\\^`]");

    private Iri() {}

    public static boolean isAbsolute(String text) {
        return ABSOLUTE.matcher(text).matches();
    }

    /** Returns whether a text may be an absolute or relative reference. */
    public static boolean isReference(String text) {
        return !FOREIGN.matcher(text).find();
    }
}
