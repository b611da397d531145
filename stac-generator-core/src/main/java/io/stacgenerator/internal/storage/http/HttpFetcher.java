package io.stacgenerator.internal.storage.http;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.HttpOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.storage.object.Failures;
import io.stacgenerator.spi.ByteRange;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets parts of files: follows redirects under the policy and tries again what may pass. */
final class HttpFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFetcher.class);
    private static final int LEADING_BYTES_OF_ERRORS = 8 << 10;

    private final HttpOptions options;
    private final HttpConnections connections;
    private final Retries retries;
    private final InstantSource clock;

    HttpFetcher(HttpOptions options, HttpConnections connections, Retries retries, InstantSource clock) {
        this.options = options;
        this.connections = connections;
        this.retries = retries;
        this.clock = clock;
    }

    HttpPart get(HttpAsk ask) {
        try {
            return retries.run(ask.href(), ask.context().deadline().orElse(null), () -> attempt(ask));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StacGeneratorException(ErrorCode.CANCELED, "reading %s was interrupted".formatted(ask.href()), e);
        } catch (IOException e) {
            throw Failures.translated(ask.href(), e);
        }
    }

    private HttpPart attempt(HttpAsk ask) throws IOException, InterruptedException {
        Redirects.Arrival arrival = Redirects.ofRead(ask.href(), ask.target(), target -> send(ask, target));
        HttpAnswer answer = new HttpAnswer(ask, arrival.source(), arrival.response());
        return answer.asksForTheWhole() ? attempt(ask.whole()) : answer.part(clock.instant());
    }

    private HttpResponse<ByteBuffer> send(HttpAsk ask, HttpTarget target) throws IOException, InterruptedException {
        HttpStorageResolver.check(target.uri(), target.allowed(), ask.context().policy());
        HttpResponse<ByteBuffer> response =
                connections.send(request(ask, target), (info, progress) -> body(ask, info, progress), ask.context());
        LOG.debug("GET {} answers {} to {}", target, response.statusCode(), ask.range());
        return response;
    }

    private HttpRequest request(HttpAsk ask, HttpTarget target) throws IOException {
        HttpRequest.Builder request = target.request();
        Map<String, String> headers = headers(ask, target);
        headers.forEach(request::setHeader);
        target.signer().sign(target.uri(), Collections.unmodifiableMap(headers)).forEach(request::setHeader);
        return request.build();
    }

    private Map<String, String> headers(HttpAsk ask, HttpTarget target) {
        Map<String, String> headers = HttpTarget.headers();
        headers.putAll(configured(ask, target));
        ByteRange range = ask.range();
        if (range != null) {
            headers.put("Range", "bytes=%d-%d".formatted(range.offset(), range.end() - 1));
        }
        if (ask.expected() != null) {
            headers.putAll(ask.expected().conditions());
        }
        if (ask.kept() != null) {
            headers.putAll(ask.kept().version().unlessSame());
        }
        return headers;
    }

    /** Returns the headers that the options of the generator and of the request set for a host. */
    Map<String, String> configured(HttpAsk ask, HttpTarget target) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(options.headers(target.host()));
        headers.putAll(ask.context().headers(target.host()));
        return headers;
    }

    private BoundedBody body(HttpAsk ask, ResponseInfo info, Runnable progress) {
        ByteRange range = ask.range();
        if (info.statusCode() == 206 && range != null) {
            return new BoundedBody(
                    range.length(),
                    range.length(),
                    () -> new IOException("the server sent more than %s".formatted(range)),
                    progress);
        }
        if (info.statusCode() == 200) {
            long limit =
                    Math.min(options.downloadBytes(), ask.context().policy().requestBytes());
            long announced = info.headers().firstValueAsLong("Content-Length").orElse(0);
            return new BoundedBody(
                    announced > limit ? 0 : limit, BoundedBody.LONGEST_IN_MEMORY, () -> tooLarge(ask, limit), progress);
        }
        return new BoundedBody(LEADING_BYTES_OF_ERRORS, LEADING_BYTES_OF_ERRORS, null, progress);
    }

    private static StacGeneratorException tooLarge(HttpAsk ask, long limit) {
        return new StacGeneratorException(
                ErrorCode.LIMIT_EXCEEDED,
                "%s has more than %d bytes and its server sends whole files only".formatted(ask.href(), limit));
    }
}
