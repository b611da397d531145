package io.stacgenerator.job;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.model.JsonText;
import java.nio.charset.StandardCharsets;

/**
 * What a queue keeps of requests and results: JSON no larger than its options allow.
 *
 * @since 0.1.0
 */
public final class JobPayload {

    private JobPayload() {}

    /**
     * Returns a request as JSON when it is no larger than a queue takes.
     *
     * @param request the request
     * @param options the options of the queue
     * @return JSON text
     * @throws StacGeneratorException with {@code LIMIT_EXCEEDED} when it is larger
     */
    public static String of(GenerationRequest request, JobQueueOptions options) {
        return within("maxRequestBytes", options.maxRequestBytes(), "request", request.toJson());
    }

    /**
     * Returns a result as JSON when it is no larger than a queue takes.
     *
     * @param result the result
     * @param options the options of the queue
     * @return JSON text
     * @throws StacGeneratorException with {@code LIMIT_EXCEEDED} when it is larger
     */
    public static String of(GenerationResult result, JobQueueOptions options) {
        return within("maxResultBytes", options.maxResultBytes(), "result", result.toJson());
    }

    /**
     * Returns what a queue keeps of the request of a job that needs it no more, to change it and ask again.
     *
     * @param request the request
     * @return JSON text without the credentials that its hrefs and headers may hold
     */
    public static String withoutCredentials(GenerationRequest request) {
        return JsonText.compact(Secrets.hidden(request.toMap()));
    }

    private static String within(String name, int limit, String what, String json) {
        int size = json.getBytes(StandardCharsets.UTF_8).length;
        if (size > limit) {
            throw new StacGeneratorException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "%s of %d bytes is too large for the queue, expected at most %d (%s)"
                            .formatted(what, size, limit, name));
        }
        return json;
    }
}
