package io.stacgenerator.internal.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.ByteRange;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last answer to what was asked: takes the bytes out of it, and believes nothing unchecked. */
final class HttpAnswer {

    /** Other values are mislabels of files as they are, such as {@code aws-chunked} and {@code utf-8}. */
    private static final Set<String> COMPRESSIONS = Set.of(
            "gzip",
            "x-gzip",
            "deflate",
            "x-deflate",
            "br",
            "zstd",
            "compress",
            "x-compress",
            "bzip2",
            "x-bzip2",
            "xz",
            "lzma",
            "lz4",
            "snappy",
            "exi",
            "pack200-gzip",
            "dcb",
            "dcz");

    private static final Pattern ERROR_CODE = Pattern.compile("<Code>([A-Za-z]{1,60})</Code>");

    private final HttpAsk ask;
    private final HttpTarget source;
    private final int status;
    private final HttpHeaders headers;
    private final ByteBuffer body;
    private final @Nullable ContentRange contentRange;

    HttpAnswer(HttpAsk ask, HttpTarget source, HttpResponse<ByteBuffer> response) {
        this.ask = ask;
        this.source = source;
        status = response.statusCode();
        headers = response.headers();
        body = response.body();
        contentRange =
                headers.firstValue("Content-Range").map(ContentRange::parse).orElse(null);
    }

    /** Returns whether only the whole file can be had: the first range is not there, or the size is not revealed. */
    boolean asksForTheWhole() {
        boolean sizeUnknown =
                status == 206 && contentRange != null && contentRange.size().isEmpty();
        return ask.range() != null && ask.expected() == null && (status == 416 || sizeUnknown);
    }

    /**
     * Takes the bytes out.
     *
     * @param now the time, for what the server says of when to come back
     * @throws IOException when another attempt may help
     * @throws StacGeneratorException when none does
     */
    HttpPart part(Instant now) throws IOException {
        Retries.requireSettled(status, headers, now);
        ByteRange range = ask.range();
        if (status == 200) {
            return whole(now);
        }
        if (status == 206 && range != null) {
            return ranged(range, now);
        }
        HttpPart kept = ask.kept();
        if (status == 304 && kept != null) {
            return kept;
        }
        throw new StacGeneratorException(code(), "%s %s (%s)".formatted(ask.href(), reason(now), details()));
    }

    private HttpPart whole(Instant now) {
        return part(checked(Version.of(headers, body.limit())), 0, now);
    }

    private HttpPart part(Version version, long offset, Instant now) {
        boolean allowed = !String.join(",", headers.allValues("Cache-Control"))
                .toLowerCase(Locale.ROOT)
                .contains("no-store");
        return new HttpPart(source, version, new Window(offset, body), allowed && version.tellsChanges(now));
    }

    private HttpPart ranged(ByteRange range, Instant now) throws IOException {
        ContentRange sent = contentRange;
        if (sent == null) {
            throw new IOException("the server sent a part of the file without a valid Content-Range");
        }
        Version expected = ask.expected();
        long size = sent.size().orElseGet(() -> expected == null ? 0 : expected.size());
        Version version = checked(Version.of(headers, size));
        if (sent.start() != range.offset()
                || sent.end() != Math.min(range.end(), size)
                || sent.end() - sent.start() != body.limit()) {
            throw new IOException("the server sent %d bytes as %s, asked for %s".formatted(body.limit(), sent, range));
        }
        return part(version, sent.start(), now);
    }

    private Version checked(Version version) {
        String encoding = Stream.of("Content-Encoding", "Transfer-Encoding")
                .flatMap(name -> headers.allValues(name).stream())
                .collect(Collectors.joining(", "));
        if (isCompressed(encoding)) {
            throw new StacGeneratorException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "%s is sent with content encoding '%s', which was not asked for".formatted(ask.href(), encoding));
        }
        Version expected = ask.expected();
        if (expected != null && !expected.isSameAs(version)) {
            throw new StacGeneratorException(
                    ErrorCode.ASSET_CHANGED, "%s changed while it was read".formatted(ask.href()));
        }
        return version;
    }

    /** A list of what was applied, in several headers (RFC 9110, section 8.4), whatever servers put between them. */
    private static boolean isCompressed(String encodings) {
        return Stream.of(encodings.toLowerCase(Locale.ROOT).split("[^a-z0-9-]+", -1))
                .anyMatch(COMPRESSIONS::contains);
    }

    private ErrorCode code() {
        return switch (status) {
            case 401, 402, 403, 407, 409, 451 -> ErrorCode.ACCESS_DENIED;
            case 404, 410 -> ErrorCode.NOT_FOUND;
            case 412, 416 -> ErrorCode.ASSET_CHANGED;
            case 414, 431 -> ErrorCode.UNSUPPORTED_HREF; // too long for the server, at any time
            default -> ErrorCode.STORAGE_UNAVAILABLE;
        };
    }

    private String reason(Instant now) {
        Instant expiry = source.expiry();
        return switch (code()) {
            case ACCESS_DENIED ->
                expiry != null && expiry.isBefore(now)
                        ? "may not be read: its signature expired at " + expiry
                        : "may not be read: the credential is missing, wrong or expired";
            case NOT_FOUND -> "does not exist";
            case ASSET_CHANGED -> "changed while it was read";
            default -> "cannot be read";
        };
    }

    /** Azure says in a header what its status means, S3 and those that speak like it in a document. */
    private String details() {
        String code = headers.firstValue("x-ms-error-code").orElseGet(this::codeOfDocument);
        return "status " + status + (code.matches("[A-Za-z]{1,60}") ? ", " + code : "");
    }

    private String codeOfDocument() {
        Matcher code = ERROR_CODE.matcher(UTF_8.decode(body.duplicate()));
        return code.find() ? code.group(1) : "";
    }
}
