package io.stacgenerator.redis;

import io.stacgenerator.job.JobId;
import io.stacgenerator.job.WorkerStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A worker as the scripts know it: the consumer of the group, whose name begins with that of the worker. */
final class WorkerReply {

    private static final int SUFFIX_LENGTH =
            "-".length() + UUID.randomUUID().toString().length();

    private WorkerReply() {}

    static String id(String host) {
        return host + "-" + UUID.randomUUID();
    }

    static WorkerStatus read(Object reply) {
        List<?> fields = (List<?>) reply;
        String id = String.valueOf(fields.get(0));
        return new WorkerStatus(
                id,
                id.substring(0, id.length() - SUFFIX_LENGTH),
                time(fields.get(1)),
                time(fields.get(2)),
                ((List<?>) fields.get(3))
                        .stream().map(job -> new JobId(String.valueOf(job))).toList());
    }

    private static Instant time(Object millis) {
        return Instant.ofEpochMilli(Long.parseLong(String.valueOf(millis)));
    }
}
