package io.stacgenerator.examples.cli;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import org.jspecify.annotations.Nullable;

/** A line of a batch: a request, or the error that it is none. The first line is number 1. */
record RequestLine(
        long number,
        @Nullable GenerationRequest request,
        @Nullable StacGeneratorException error) {

    static RequestLine of(long number, byte[] text) {
        try {
            return new RequestLine(number, RequestText.parse(text), null);
        } catch (StacGeneratorException e) {
            return new RequestLine(number, null, e);
        }
    }
}
