package io.stacgenerator.cli;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import org.jspecify.annotations.Nullable;

/**
 * A request of a batch, or the error that it is none.
 *
 * @param number the number of its line, from 1, or its place in a listing
 * @param asset the published href of the file that was listed, or null when the request stood in a line
 * @param request the request, or null
 * @param error why there is none, or null
 */
record RequestLine(
        long number,
        @Nullable String asset,
        @Nullable GenerationRequest request,
        @Nullable StacGeneratorException error) {

    static RequestLine of(long number, byte[] text) {
        try {
            return new RequestLine(number, null, RequestText.parse(text), null);
        } catch (StacGeneratorException e) {
            return new RequestLine(number, null, null, e);
        }
    }

    /** Tells people where the request comes from. */
    String place() {
        return asset == null ? "line " + number : asset;
    }
}
