package io.stacgenerator.internal.storage.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes one version of a file from another (RFC 9110, section 8.8).
 *
 * @param entityTag the ETag header as it was sent, or null
 * @param modified the Last-Modified header as it was sent, or null
 * @param size the size of the whole file in bytes
 */
record Version(@Nullable String entityTag, @Nullable String modified, long size) {

    private static final String WEAK = "W/";

    /** RFC 9110, section 8.8.2.2, takes a date for exact when it is that old. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    static Version of(HttpHeaders headers, long size) {
        return new Version(
                headers.firstValue("ETag").orElse(null),
                headers.firstValue("Last-Modified").orElse(null),
                size);
    }

    /** Returns the headers that make a server refuse to send another version; a weak tag may not be in If-Match. */
    Map<String, String> conditions() {
        if (entityTag != null && isStrong(entityTag)) {
            return Map.of("If-Match", entityTag);
        }
        return modified == null || lastModified().isEmpty() ? Map.of() : Map.of("If-Unmodified-Since", modified);
    }

    /** Returns the headers that make a server answer that there is no other version. */
    Map<String, String> unlessSame() {
        if (entityTag != null) {
            return Map.of("If-None-Match", entityTag);
        }
        return modified == null ? Map.of() : Map.of("If-Modified-Since", modified);
    }

    /** Returns whether later versions differ from this: dates are seconds, so that recent ones do not tell. */
    boolean tellsChanges(Instant now) {
        return entityTag != null
                || lastModified()
                        .filter(date -> date.plus(SETTLED).isBefore(now))
                        .isPresent();
    }

    boolean isSameAs(Version other) {
        if (entityTag != null && other.entityTag != null) {
            return size == other.size && opaque(entityTag).equals(opaque(other.entityTag));
        }
        return size == other.size && (modified == null || other.modified == null || modified.equals(other.modified));
    }

    Optional<String> etag() {
        return Optional.ofNullable(entityTag).filter(Version::isStrong).map(Version::opaque);
    }

    Optional<Instant> lastModified() {
        return Optional.ofNullable(modified).flatMap(HttpDate::parse);
    }

    private static boolean isStrong(String tag) {
        return !tag.startsWith(WEAK);
    }

    private static String opaque(String tag) {
        return (tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag).replace("\"", "");
    }
}
