package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a job.
 *
 * @param value 1 to 100 of the characters {@code A-Z a-z 0-9 - _}
 * @since 0.1.0
 */
public record JobId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** Checks the form. */
    public JobId {
        if (!FORM.matcher(requireNonNull(value, "value")).matches()) {
            throw new IllegalArgumentException(
                    "job id '%s' is not made of 1 to 100 of the characters A-Z a-z 0-9 - _".formatted(value));
        }
    }

    /**
     * Makes an id that no other job has.
     *
     * @return a random UUID
     */
    public static JobId random() {
        return new JobId(UUID.randomUUID().toString());
    }

    /**
     * Makes the id that stands for an idempotency key: the same for the same key, so that whoever submits a request
     * again with its key gets the job that is there. The key itself cannot be read from it.
     *
     * @param key any text
     * @return an id of 64 hexadecimal digits after {@code key-}
     */
    public static JobId ofKey(String key) {
        byte[] text = requireNonNull(key, "key").getBytes(StandardCharsets.UTF_8);
        return new JobId("key-" + HexFormat.of().formatHex(sha256().digest(text)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
