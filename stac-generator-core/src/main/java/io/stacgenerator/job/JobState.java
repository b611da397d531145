package io.stacgenerator.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Where a job stands. The names are those of RQ, the queue for Python.
 *
 * @since 0.1.0
 */
public enum JobState {
    /** Waits for a worker. */
    QUEUED(false),
    /** A worker runs it. */
    STARTED(false),
    /** It has a result. */
    FINISHED(true),
    /** It has an error and is not tried again. */
    FAILED(true),
    /** It failed for a reason that passes, and waits to be tried again. */
    SCHEDULED(false),
    /** It was canceled while it ran. */
    STOPPED(true),
    /** It was canceled before it ran. */
    CANCELED(true);

    private final boolean ended;

    JobState(boolean ended) {
        this.ended = ended;
    }

    /**
     * Returns whether a job in this state has come to its end. Only {@link JobQueue#requeue} takes it out of there.
     *
     * @return true for finished, failed, stopped and canceled
     */
    public boolean ended() {
        return ended;
    }

    /**
     * Returns the name used in JSON.
     *
     * @return the name in lower case
     */
    @JsonValue
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
