package io.stacgenerator.cli.request;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request of a batch, or the reason why a line is not one.
 *
 * @param number the number of its line, from 1, or its place in a listing
 * @param asset the published href of the file that was listed, or null when the request stood in a line
 * @param request the request, or null
 * @param error why the line is not a request, or null
 * @param key distinguishes the request from others, also when it is read again
 */
public record RequestLine(
        long number,
        @Nullable String asset,
        @Nullable GenerationRequest request,
        @Nullable StacGeneratorException error,
        long key) {

    /** Changes the request, where there is one. */
    public RequestLine map(UnaryOperator<GenerationRequest> change) {
        return request == null ? this : new RequestLine(number, asset, change.apply(request), error, key);
    }

    static RequestLine of(long number, byte[] text) {
        try {
            return new RequestLine(number, null, RequestText.parse(text), null, key(text));
        } catch (StacGeneratorException e) {
            return new RequestLine(number, null, null, e, key(text));
        }
    }

    /** Of many millions of requests no two have the same by chance. */
    static long key(byte[] text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Returns where the request comes from, for people. */
    public String place() {
        return asset == null ? "line " + number : asset;
    }
}
