package io.stacgenerator.internal.dataset;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.DatasetReader;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.BufferUnderflowException;

/** Reads the header of a format, and turns what its bytes break into one error. */
abstract class HeaderReader implements DatasetReader {

    @Override
    public final Dataset read(StorageObject object, GenerationContext context) throws IOException {
        try {
            return describe(new HeaderBytes(object), context);
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_RASTER,
                    "the %s header of %s is malformed: %s".formatted(id(), object.href(), e.getMessage()),
                    e);
        }
    }

    /**
     * Describes a file.
     *
     * @throws IndexOutOfBoundsException when the header points beyond the file or itself
     * @throws IllegalArgumentException when it contradicts itself
     */
    abstract Dataset describe(HeaderBytes bytes, GenerationContext context) throws IOException;

    /** Says what makes a header malformed. */
    static void require(boolean condition, String expected) {
        if (!condition) {
            throw new IllegalArgumentException("expected " + expected);
        }
    }
}
