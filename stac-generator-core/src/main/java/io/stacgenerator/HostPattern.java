package io.stacgenerator;

import java.util.Locale;

/** A host, all hosts below a domain as {@code .example.com}, or every host as {@code *}. */
record HostPattern(String pattern) {

    HostPattern {
        pattern = pattern.toLowerCase(Locale.ROOT);
    }

    boolean matches(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return pattern.equals("*") || pattern.equals(name) || (pattern.startsWith(".") && name.endsWith(pattern));
    }

    @Override
    public String toString() {
        return pattern;
    }
}
