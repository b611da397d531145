package io.stacgenerator.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends each request on a thread that may wait. What the JDK's client sends in the background ends on the common pool,
 * which a host may keep busy, with parallel streams that write for instance.
 */
record BlockingHttp(HttpClient client) implements HttpClient {

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return send(request, Context.NONE);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return Mono.fromCallable(() -> sendOrThrow(request, context)).subscribeOn(Schedulers.boundedElastic());
    }

    /** The SDK tries again after an {@link IOException} alone. */
    private HttpResponse sendOrThrow(HttpRequest request, Context context) throws IOException {
        try {
            return sendSync(request, context);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        return client.sendSync(request, context);
    }
}
