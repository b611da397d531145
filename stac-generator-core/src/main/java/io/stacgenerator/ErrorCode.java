package io.stacgenerator;

/**
 * The kinds of failure, stable names that programs may branch on.
 *
 * @since 0.1.0
 */
public enum ErrorCode {
    /** The request is malformed: its faults are listed by JSON pointer. */
    INVALID_REQUEST,
    /** The request names an extension that is not installed. */
    UNKNOWN_EXTENSION,
    /** No installed storage resolver supports an href. */
    UNSUPPORTED_HREF,
    /** The storage policy refuses an href. */
    ACCESS_REFUSED,
    /** A file does not exist. */
    NOT_FOUND,
    /** The storage denies access: credentials are missing, wrong or expired. */
    ACCESS_DENIED,
    /** The storage did not answer, answered with an error of its own, or broke off; trying again may help. */
    STORAGE_UNAVAILABLE(true),
    /** A file changed while it was read; trying again may help. */
    ASSET_CHANGED(true),
    /** A limit on bytes, time or depth was exceeded. */
    LIMIT_EXCEEDED,
    /** A raster is truncated, contradicts itself or is hostile. */
    INVALID_RASTER,
    /** A raster is well formed but uses something that no installed reader supports. */
    UNSUPPORTED_RASTER,
    /** Coordinates of this reference system cannot be transformed accurately enough. */
    CRS_UNSUPPORTED,
    /** A metadata document cannot be read or contradicts the rules. */
    INVALID_METADATA,
    /** Metadata contradict each other or the data, in strict mode. */
    METADATA_CONFLICT,
    /** The collection document cannot be read or is not a STAC Collection. */
    INVALID_COLLECTION,
    /** Nothing says when the data were acquired. */
    DATETIME_MISSING,
    /** The finished Item would break a rule of STAC or of an extension. */
    INVALID_ITEM,
    /**
     * Two services of one kind have the same id, an extension cannot say what its fields are, or a service cannot be
     * loaded in strict mode.
     */
    INVALID_SERVICE,
    /** What Items are to be written to is something else than its sink writes, or an option of the sink is wrong. */
    INVALID_TARGET,
    /** The target of a sink does not take an Item. */
    ITEM_REFUSED,
    /** A job id is not known, or its job has expired. */
    UNKNOWN_JOB,
    /** A job id, or an idempotency key, stands for a job of another request. */
    JOB_CONFLICT,
    /** A job queue holds as many jobs as it may, or its server has no memory left; trying again later may help. */
    QUEUE_FULL(true),
    /** The server of a job queue did not answer, or answered with an error of its own; trying again may help. */
    QUEUE_UNAVAILABLE(true),
    /** The worker that ran a job and nothing else died, or was cut off from the queue, before the job ended. */
    WORKER_LOST,
    /** A job ran longer than its worker lets it; trying again may help. */
    TIMED_OUT(true),
    /** The generator was closed, or the calling thread was interrupted. */
    CANCELED,
    /** A fault of the library or of a service. */
    INTERNAL;

    private final boolean retryable;

    ErrorCode() {
        this(false);
    }

    ErrorCode(boolean retryable) {
        this.retryable = retryable;
    }

    /**
     * Returns whether the same request may succeed when it is tried again later.
     *
     * @return true for failures that pass, such as a storage that does not answer
     */
    public boolean retryable() {
        return retryable;
    }
}
