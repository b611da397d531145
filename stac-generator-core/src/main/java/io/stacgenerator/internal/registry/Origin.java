package io.stacgenerator.internal.registry;

import java.security.CodeSource;

/** Where a class comes from, for people. */
final class Origin {

    private Origin() {}

    static String of(Class<?> type) {
        return "%s (%s)".formatted(type.getName(), locationOf(type));
    }

    static String locationOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? "module " + type.getModule().getName()
                : source.getLocation().getPath();
    }
}
