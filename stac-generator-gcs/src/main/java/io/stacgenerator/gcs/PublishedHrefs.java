package io.stacgenerator.gcs;

/**
 * The form in which the hrefs of objects are published.
 *
 * @since 0.1.0
 */
public enum PublishedHrefs {
    /** As it was given: by {@code gs:} or by {@code https:}. */
    GIVEN,
    /** By name: {@code gs://bucket/object}. */
    GS,
    /** By the URL that is requested: {@code https://storage.googleapis.com/bucket/object}. */
    HTTPS
}
