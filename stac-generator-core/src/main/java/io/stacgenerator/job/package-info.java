/**
 * Requests as jobs on a queue: submitted by one process, run by any number of workers, and asked for by their ids.
 *
 * <p>A {@link io.stacgenerator.job.JobQueue} takes {@link io.stacgenerator.job.Job}s and reports what becomes of them.
 * A {@link io.stacgenerator.job.JobWorker} runs them. In between stand {@link io.stacgenerator.job.JobLeases}, which
 * only those need who write a queue or a worker of their own.
 *
 * <p>A job runs at least once: it runs again when its worker dies or is cut off before the end is recorded. Its end is
 * recorded at most once.
 */
@NullMarked
package io.stacgenerator.job;

import org.jspecify.annotations.NullMarked;
