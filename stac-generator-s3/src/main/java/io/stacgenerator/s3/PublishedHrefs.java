package io.stacgenerator.s3;

/**
 * The form in which the hrefs of objects are published.
 *
 * @since 0.1.0
 */
public enum PublishedHrefs {
    /** As it was given: by {@code s3:} or by {@code https:}. */
    GIVEN,
    /** By name: {@code s3://bucket/key}. */
    S3,
    /** By the URL that is requested, such as {@code https://bucket.s3.eu-central-1.amazonaws.com/key}. */
    HTTPS
}
