package io.stacgenerator.testkit;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.Warning;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A context for services that are tested without a generator: it keeps warnings and opens files through the resolvers
 * that it is given, under an open policy. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FakeContext implements GenerationContext {

    private final GenerationRequest request;
    private final GenerationOptions options;
    private final List<StorageResolver> resolvers;
    private final List<RasterReader> readers;
    private final Queue<Warning> warnings = new ConcurrentLinkedQueue<>();

    private FakeContext(
            GenerationRequest request,
            GenerationOptions options,
            List<StorageResolver> resolvers,
            List<RasterReader> readers) {
        this.request = requireNonNull(request, "request");
        this.options = requireNonNull(options, "options");
        this.resolvers = List.copyOf(resolvers);
        this.readers = List.copyOf(readers);
    }

    /**
     * Makes a context of a request for one asset, with default options.
     *
     * @param resolvers the storage that files are opened through, asked in this order
     * @return the context
     */
    public static FakeContext of(StorageResolver... resolvers) {
        GenerationRequest request =
                GenerationRequest.builder().assetPaths("scene.tif").build();
        return new FakeContext(request, GenerationOptions.ofDefaults(), List.of(resolvers), List.of());
    }

    /**
     * Makes a context of another request, without the warnings of this.
     *
     * @param request the request
     * @return the context
     */
    public FakeContext with(GenerationRequest request) {
        return new FakeContext(request, options, resolvers, readers);
    }

    /**
     * Makes a context with other options, without the warnings of this.
     *
     * @param options the options
     * @return the context
     */
    public FakeContext with(GenerationOptions options) {
        return new FakeContext(request, options, resolvers, readers);
    }

    /**
     * Makes a context that opens rasters, without the warnings of this.
     *
     * @param readers what rasters are opened by, asked in this order
     * @return the context
     */
    public FakeContext with(RasterReader... readers) {
        return new FakeContext(request, options, resolvers, List.of(readers));
    }

    /**
     * Returns the warnings so far.
     *
     * @return in the order in which they came
     */
    public List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public GenerationRequest request() {
        return request;
    }

    @Override
    public GenerationOptions options() {
        return options;
    }

    @Override
    public void warn(Warning warning) {
        warnings.add(requireNonNull(warning, "warning"));
    }

    @Override
    public StorageObject open(String href) throws IOException {
        StorageResolver storage = resolvers.stream()
                .filter(resolver -> resolver.supports(href))
                .findFirst()
                .orElseThrow(() -> new StacGeneratorException(
                        ErrorCode.UNSUPPORTED_HREF, "this context has no resolver for '%s'".formatted(href)));
        return storage.open(href, StoragePolicy::open);
    }

    @Override
    public Optional<Raster> openRaster(StorageObject object) throws IOException {
        ByteBuffer head = object.read(0, RasterReader.HEAD_LENGTH).asReadOnlyBuffer();
        for (RasterReader reader : readers) {
            if (reader.recognizes(head.duplicate(), object)) {
                return Optional.of(reader.open(object, this));
            }
        }
        return Optional.empty();
    }
}
