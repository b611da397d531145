package io.stacgenerator;

/**
 * Where the date comes from when nothing says when the data were acquired.
 *
 * @since 0.1.0
 */
public enum DatetimeFallback {
    /** Nothing: the request fails with {@link ErrorCode#DATETIME_MISSING}. */
    NONE,
    /** The latest modification time of the assets, with a warning. */
    LAST_MODIFIED
}
