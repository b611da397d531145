package io.stacgenerator.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The Lua scripts: each one is a step that Redis makes as a whole or not at all. */
enum Script {
    SUBMIT,
    CLAIM,
    RENEW,
    ISOLATE,
    FINISH,
    FAIL,
    RELEASE,
    CANCEL,
    REQUEUE,
    DELETE,
    STATUS,
    RESULT,
    REQUEST,
    LIST,
    STATS,
    WORKERS,
    CALLBACKS,
    CALLED_BACK,
    LEAVE;

    private final String text = read("job.lua") + read(name().toLowerCase(Locale.ROOT) + ".lua");
    private final String digest = sha1(text);

    String text() {
        return text;
    }

    /** Returns the name by which Redis knows a script that it has run before. */
    String digest() {
        return digest;
    }

    private static String read(String file) {
        try (InputStream stream = Script.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the script %s is missing from the library".formatted(file));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
