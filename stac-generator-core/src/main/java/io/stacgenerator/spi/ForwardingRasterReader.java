package io.stacgenerator.spi;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A reader that hands on what it is asked to another one, whose id and place it has: it overrides what it does
 * otherwise, such as to measure. As thread-safe as the other one.
 *
 * @since 0.1.0
 */
public abstract class ForwardingRasterReader implements RasterReader {

    private final RasterReader reader;

    /**
     * Wraps a reader.
     *
     * @param reader the reader, such as one of {@link io.stacgenerator.StacGenerator#builtInReaders()}
     */
    protected ForwardingRasterReader(RasterReader reader) {
        this.reader = requireNonNull(reader, "reader");
    }

    @Override
    public String id() {
        return reader.id();
    }

    @Override
    public int order() {
        return reader.order();
    }

    @Override
    public Optional<String> missing() {
        return reader.missing();
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return reader.recognizes(head, object);
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        return reader.open(object, context);
    }

    @Override
    public void shutdown() {
        reader.shutdown();
    }
}
