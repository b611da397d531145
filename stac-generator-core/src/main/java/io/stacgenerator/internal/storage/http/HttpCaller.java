package io.stacgenerator.internal.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.HttpOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.spi.RequestSigner;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.sink.ApiCall;
import io.stacgenerator.spi.sink.ApiReply;
import io.stacgenerator.spi.sink.StorageCall;
import io.stacgenerator.spi.sink.StorageReply;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls services that Items are sent to, and tries again what may pass. The policy is about what is read. */
final class HttpCaller {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCaller.class);
    private static final StorageContext OPEN = StoragePolicy::open;

    /** Of other answers than documents only messages are of interest; reading them whole keeps the connection. */
    private static final long LONGEST_MESSAGE = 1L << 20;

    private static final Set<String> PLAIN = Set.of("user-agent", "accept-encoding");

    /** Shorter words of a header are those of a scheme, such as Bearer. */
    private static final int SHORTEST_SECRET = 8;

    private final HttpOptions options;
    private final HttpConnections connections;
    private final Retries retries;
    private final InstantSource clock;

    HttpCaller(HttpOptions options, HttpConnections connections, Retries retries, InstantSource clock) {
        this.options = options;
        this.connections = connections;
        this.retries = retries;
        this.clock = clock;
    }

    ApiReply call(ApiCall call, Supplier<Map<String, String>> headers) {
        HttpTarget target = HttpTarget.parse(call.url().toString());
        RequestSigner user = target.signer();
        HttpTarget signed = target.signedBy((url, given) -> {
            Map<String, String> added = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            added.putAll(user.sign(url, given));
            added.putAll(options.headers(url.getHost()));
            added.putAll(made(headers, target));
            return added;
        });
        Sent sent = new Sent(call.method(), call.headers(), body(call));
        HttpResponse<ByteBuffer> response = answer(sent, signed);
        return new ApiReply(response.statusCode(), text(call, response));
    }

    StorageReply call(StorageCall call) {
        Sent sent = new Sent(call.method(), call.headers(), body(call.body()));
        HttpTarget target = HttpTarget.parse(call.url().toString()).signedBy(call.signer());
        HttpResponse<ByteBuffer> response = answer(sent, target);
        return new StorageReply(response.statusCode(), response.headers(), response.body());
    }

    /**
     * What is sent.
     *
     * @param method the method
     * @param headers its headers, but for those of all calls and of the signer
     * @param body makes the same body for each attempt
     */
    private record Sent(String method, Map<String, String> headers, BodyPublisher body) {}

    private HttpResponse<ByteBuffer> answer(Sent sent, HttpTarget target) {
        String what = "%s %s".formatted(sent.method(), target.publicHref());
        try {
            return retries.run(what, null, () -> attempt(sent, target));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StacGeneratorException(ErrorCode.CANCELED, "%s was interrupted".formatted(what), e);
        } catch (IOException e) {
            throw new StacGeneratorException(
                    ErrorCode.STORAGE_UNAVAILABLE, "%s failed: %s".formatted(what, reason(e)), Secrets.redact(e));
        }
    }

    private static Map<String, String> made(Supplier<Map<String, String>> headers, HttpTarget target) {
        try {
            return headers.get();
        } catch (StacGeneratorException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StacGeneratorException(
                    ErrorCode.ACCESS_DENIED, "there are no headers for calls to %s: %s".formatted(target, e), e);
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private HttpResponse<ByteBuffer> attempt(Sent sent, HttpTarget first) throws IOException, InterruptedException {
        Redirects.Arrival arrival = sent.method().equals("GET")
                ? Redirects.ofRead(first.toString(), first, target -> send(sent, target))
                : Redirects.ofWrite(first.toString(), first, target -> send(sent, target));
        HttpResponse<ByteBuffer> response = arrival.response();
        Retries.requireSettled(response.statusCode(), response.headers(), clock.instant());
        return response;
    }

    private HttpResponse<ByteBuffer> send(Sent sent, HttpTarget target) throws IOException, InterruptedException {
        HttpResponse<ByteBuffer> response =
                connections.send(request(sent, target), (info, progress) -> body(sent, target, info, progress), OPEN);
        LOG.debug("{} {} answers {}", sent.method(), target, response.statusCode());
        return response;
    }

    /** Servers may repeat in their message what they were shown. */
    private static String text(ApiCall call, HttpResponse<ByteBuffer> response) {
        String text = UTF_8.decode(response.body()).toString();
        if (response.statusCode() < 400) {
            return text;
        }
        Set<String> shown = new LinkedHashSet<>();
        response.request().headers().map().forEach((name, values) -> {
            if (!PLAIN.contains(name.toLowerCase(Locale.ROOT))
                    && !call.headers().containsKey(name)) {
                values.forEach(value -> shown.addAll(List.of(value.split("\\s+", -1))));
            }
        });
        for (String secret : shown) {
            text = secret.length() < SHORTEST_SECRET ? text : text.replace(secret, "***");
        }
        return text;
    }

    private static HttpRequest request(Sent sent, HttpTarget target) throws IOException {
        HttpRequest.Builder request = target.request().method(sent.method(), sent.body());
        Map<String, String> headers = HttpTarget.headers();
        headers.putAll(sent.headers());
        headers.putAll(target.signer().sign(target.uri(), Map.copyOf(headers)));
        headers.forEach((name, value) -> set(request, name, value));
        return request.build();
    }

    private static BodyPublisher body(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(copy);
    }

    private static BodyPublisher body(ApiCall call) {
        return call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body());
    }

    /** The exception of the JDK shows the value, which may be a credential. */
    private static void set(HttpRequest.Builder request, String name, String value) {
        try {
            request.setHeader(name, value);
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_TARGET, "header '%s' or its value may not be sent".formatted(name));
        }
    }

    private BoundedBody body(Sent sent, HttpTarget target, ResponseInfo info, Runnable progress) {
        if (info.statusCode() == 200 && sent.method().equals("GET")) {
            long limit = options.downloadBytes();
            return new BoundedBody(limit, BoundedBody.LONGEST_IN_MEMORY, () -> tooLarge(target, limit), progress);
        }
        return new BoundedBody(LONGEST_MESSAGE, LONGEST_MESSAGE, null, progress);
    }

    private static StacGeneratorException tooLarge(HttpTarget target, long limit) {
        return new StacGeneratorException(
                ErrorCode.LIMIT_EXCEEDED, "%s answers more than %d bytes".formatted(target, limit));
    }
}
