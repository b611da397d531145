package io.stacgenerator.cli.service;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Answers requests with their Items while the caller waits, so many at a time as leave threads for other calls. */
final class ItemEndpoint {

    static final String MEDIA_TYPE = "application/geo+json";

    private static final int AT_A_TIME = 64;

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final Function<GenerationRequest, GenerationResult> generate;
    private final LargeAnswers answers;

    ItemEndpoint(Function<GenerationRequest, GenerationResult> generate, LargeAnswers answers) {
        this.generate = generate;
        this.answers = answers;
    }

    void generate(Context ctx) {
        GenerationRequest request = RequestBody.of(ctx).request();
        if (!places.tryAcquire()) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "%d items are being made; try again, or submit a job".formatted(AT_A_TIME));
        }
        try {
            GenerationResult result = generate.apply(request);
            answers.answer(ctx, MEDIA_TYPE, () -> result.item().toJson());
        } finally {
            places.release();
        }
    }
}
