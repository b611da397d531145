package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.internal.collection.CollectionUpdate;
import io.stacgenerator.internal.document.AssetComparison;
import io.stacgenerator.internal.document.CatalogWalk;
import io.stacgenerator.internal.document.Documents;
import io.stacgenerator.internal.pipeline.Pipeline;
import io.stacgenerator.internal.registry.BuiltInServices;
import io.stacgenerator.internal.registry.ServiceRegistry;
import io.stacgenerator.internal.sink.Sinks;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.DatasetReader;
import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.Service;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.sink.CollectionSummary;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns requests into STAC Items.
 *
 * <p>Make one, share it between threads, close it at the end. The services of this library are always there; those of
 * others are found by {@link java.util.ServiceLoader} unless discovery is switched off.
 *
 * @since 0.1.0
 */
public final class StacGenerator implements AutoCloseable {

    /** As many assets of a request as are read at a time, the calling thread included. */
    private static final int ASSETS_IN_PARALLEL = 16;

    private final ServiceRegistry services;
    private final Pipeline pipeline;
    private final Sinks sinks;
    private final GenerationOptions options;
    private final Set<String> requestOptions;

    private StacGenerator(Builder builder) {
        services = ServiceRegistry.of(
                builder.installed,
                builder.classLoader == null ? ServiceRegistry.defaultLoader() : builder.classLoader,
                builder.discovery,
                builder.options.strict());
        options = builder.options;
        requestOptions = builder.requestOptions;
        pipeline =
                new Pipeline(services, builder.storagePolicy, builder.concurrency, builder.threads(), builder.executor);
        sinks = new Sinks(
                services.all(ItemSink.class),
                pipeline.files(),
                pipeline.storage().http()::call,
                pipeline.fields().all(),
                this::collectionSummary);
    }

    /**
     * Creates a generator with default options and all services that are found.
     *
     * @return a generator; the caller closes it
     * @throws StacGeneratorException with {@code INVALID_SERVICE} when two discovered services have the same id
     */
    public static StacGenerator create() {
        return builder().build();
    }

    /**
     * Returns the raster readers of this library, to be wrapped: a reader that is installed on the builder takes the
     * place of the one with the same id.
     *
     * @return new readers, GeoTIFF and GDAL, in the order in which they are asked
     */
    public static List<RasterReader> builtInReaders() {
        return BuiltInServices.create().stream()
                .filter(RasterReader.class::isInstance)
                .map(RasterReader.class::cast)
                .sorted(Comparator.comparingInt(RasterReader::order))
                .toList();
    }

    /**
     * Starts a generator.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Turns a request into an Item. Blocks while files are read.
     *
     * @param request the request
     * @return the Item, with warnings and origins
     * @throws StacGeneratorException when no valid Item can be made; its code says why
     */
    public GenerationResult generate(GenerationRequest request) {
        return generate(request, options);
    }

    /**
     * Turns a request into an Item, with options of its own. Blocks while files are read.
     *
     * @param request the request, whose {@linkplain GenerationRequest#options() options} come before the given ones
     * @param options the options, in place of those of the generator
     * @return the Item, with warnings and origins
     * @throws StacGeneratorException when no valid Item can be made; its code says why
     */
    public GenerationResult generate(GenerationRequest request, GenerationOptions options) {
        requireNonNull(request, "request");
        requireNonNull(options, "options");
        return pipeline.run(request, request.effective(options, requestOptions), request.supplied());
    }

    /**
     * Turns a request into an Item on another thread. Whoever cancels the future, or lets its time run out, ends the
     * reading; a future that is derived from it does not.
     *
     * @param request the request
     * @return the result to come; it fails with {@link StacGeneratorException}
     */
    public CompletableFuture<GenerationResult> generateAsync(GenerationRequest request) {
        return generateAsync(request, options);
    }

    /**
     * Turns a request into an Item on another thread, with options of its own.
     *
     * @param request the request
     * @param options the options, in place of those of the generator
     * @return the result to come, as {@link #generateAsync(GenerationRequest)} says
     */
    public CompletableFuture<GenerationResult> generateAsync(GenerationRequest request, GenerationOptions options) {
        requireNonNull(request, "request");
        requireNonNull(options, "options");
        return pipeline.runAsync(() -> generate(request, options));
    }

    /**
     * Turns many requests into Items, several at a time.
     *
     * <p>Requests are pulled as outcomes are consumed, so that memory stays bounded however many there are. Close the
     * stream, or consume it to its end.
     *
     * @param requests the requests, consumed lazily by one thread
     * @return an outcome for each request, in the order of the requests; failures are values
     */
    public Stream<GenerationOutcome> generateAll(Stream<GenerationRequest> requests) {
        return pipeline.runAll(requireNonNull(requests, "requests"), this::generate);
    }

    /**
     * Computes from the Items of a Collection what it says of them all, as {@link StacCollections#update(Map, Stream)}
     * does, with the extensions of this generator, also those that are installed on the builder.
     *
     * @param collection the members of a Collection as JSON values; not changed
     * @param items all Items of the Collection; consumed, but not closed
     * @return the members of the updated Collection, which may be changed
     * @throws StacGeneratorException as {@link StacCollections#update(Map, Stream)} says
     */
    public Map<String, Object> updateCollection(Map<String, ?> collection, Stream<StacItem> items) {
        return StacCollections.update(collection, items, pipeline.fields());
    }

    /**
     * Returns the fields that this generator knows: the common metadata, and those of the installed extensions and of
     * public ones.
     *
     * @return the fields, ordered by name
     */
    public List<Field> fields() {
        return pipeline.fields().all();
    }

    /**
     * Begins a summary of Items for their Collection, with the extensions of this generator.
     *
     * @return an empty summary
     */
    public CollectionSummary collectionSummary() {
        return new CollectionUpdate(pipeline.fields());
    }

    /**
     * Opens a target to write Items to: a file, a catalog, a table or a service that an installed sink supports.
     *
     * <p>The storage policy does not apply: it is about what requests may read.
     *
     * @param target such as {@code items.ndjson}, or with the id of its sink {@code catalog:folder}
     * @param options how they are written
     * @return a writer; to {@linkplain ItemWriter#close() close} it commits
     * @throws StacGeneratorException with {@code INVALID_TARGET} when no installed sink writes there, when what is
     *     there is something else, or when an option is wrong; {@code ACCESS_DENIED} or {@code STORAGE_UNAVAILABLE}
     *     when it cannot be written to
     */
    public ItemWriter openSink(String target, SinkOptions options) {
        return sinks.open(requireNonNull(target, "target"), requireNonNull(options, "options"));
    }

    /**
     * Opens where Items are to be published one by one, as a service makes them: a catalog or a service that they are
     * added to. Blocks while the target is checked.
     *
     * @param target as {@link #openSink} takes it
     * @param options how they are written; the taker of rejected Items is not asked
     * @return a publisher, which lasts as long as this generator
     * @throws StacGeneratorException as {@link #openSink} says, and with {@code INVALID_TARGET} when the target is
     *     written as a whole, as a file is
     */
    public ItemPublisher publisher(String target, SinkOptions options) {
        sinks.requireAdding(requireNonNull(target, "target"), requireNonNull(options, "options"));
        openSink(target, options).abort();
        return new ItemPublisher(each -> openSink(target, each), options);
    }

    /**
     * Checks an Item of any origin by the rules of STAC 1.1.0, RFC 7946, and the extensions of this generator that it
     * declares, as Items are checked before {@link #generate} returns them. No I/O.
     *
     * @param item an Item of STAC 1.1.0
     * @return the rules it breaks, by JSON pointer; none when it is valid
     */
    public List<Fault> validate(StacItem item) {
        return pipeline.validate(requireNonNull(item, "item"));
    }

    /**
     * Checks an Item, Catalog or Collection of STAC 1.1.0 or 1.0.0 by the rules of its version and type, and of the
     * extensions of this generator that it declares. No I/O.
     *
     * @param document what was read, such as by {@link #documents}
     * @return why it could not be read, and the rules it breaks, by JSON pointer; none when it is valid
     */
    public List<Fault> validate(StacDocument document) {
        List<Fault> faults = new ArrayList<>(document.faults());
        if (document.isRead()) {
            faults.addAll(pipeline.validate(document.members()));
        }
        return faults;
    }

    /**
     * Opens the assets of an Item, and finds where the Item contradicts them: {@code proj:shape},
     * {@code proj:transform} and {@code proj:bbox} but for rounding, {@code proj:code}, {@code file:size}, a
     * {@code file:checksum} by SHA-256, and a {@code bbox} that leaves those of the rasters. Blocks while files are
     * read.
     *
     * @param document what was read, such as by {@link #documents}; of another than an Item nothing is compared
     * @return the contradictions, and assets that cannot be read, by JSON pointer
     */
    public List<Fault> compareAssets(StacDocument document) {
        return AssetComparison.faults(
                (request, how) -> generate(request, how).item(), requireNonNull(document, "document"));
    }

    /**
     * Reads STAC documents: that of a file, those in the lines of a file (.ndjson, .jsonl, .geojsonl), the features of
     * a FeatureCollection, or those of all files in a folder, where files of other JSON are passed over. Blocks while
     * the stream is consumed, which keeps one document at a time.
     *
     * @param href a file, or a folder with a slash at its end
     * @return the documents; one that is not JSON has a fault. The caller closes the stream, which may throw
     *     {@link StacGeneratorException} too
     * @throws StacGeneratorException as {@link #list} says
     */
    public Stream<StacDocument> documents(String href) {
        return new Documents(pipeline::storage).read(requireNonNull(href, "href"));
    }

    /**
     * Follows the links of a Catalog or Collection down to its Items, each document once. Blocks while the stream is
     * consumed, which keeps the hrefs that are known, and one document.
     *
     * @param href a Catalog or Collection
     * @return the documents; one that a link leads to in vain, or that does not lead back, has a fault
     * @throws StacGeneratorException while it is consumed, when the first document cannot be read, as {@link #list}
     *     says
     */
    public Stream<StacDocument> catalog(String href) {
        return CatalogWalk.of(new Documents(pipeline::storage), requireNonNull(href, "href"));
    }

    /**
     * Lists the files of a storage, to make requests of them. Blocks, also while the stream is consumed.
     *
     * @param prefix a folder, or what the names in a storage start with, such as {@code az://container/scenes/}
     * @return hrefs for requests, in the order of their names; they carry the credentials of the prefix. The caller
     *     closes the stream, which may throw {@link StacGeneratorException} too
     * @throws StacGeneratorException with {@code UNSUPPORTED_HREF} when this storage cannot list,
     *     {@code ACCESS_REFUSED}, {@code NOT_FOUND}, {@code ACCESS_DENIED} or {@code STORAGE_UNAVAILABLE}
     */
    public Stream<String> list(String prefix) {
        return pipeline.storage().list(requireNonNull(prefix, "prefix"));
    }

    /**
     * Splits the listing of a storage by its first level of folders, so that several machines can list it. A level that
     * holds files too is one product, or a few files, and not split. Blocks.
     *
     * @param prefix a folder, or what the names in a storage start with
     * @return prefixes for {@link #list} and {@link #requests}, with the credentials of the prefix; the prefix alone
     *     when the storage cannot split it
     * @throws StacGeneratorException as {@link #list} says
     */
    public List<String> split(String prefix) {
        return pipeline.storage().split(requireNonNull(prefix, "prefix"));
    }

    /**
     * Finds the scenes in a storage: the products that a vendor names, each with its metadata, and one for each other
     * raster. Blocks while the stream is consumed, which keeps no more than the files of the current folder's scene.
     *
     * @param prefix a folder, such as {@code S2A_….SAFE}, or what the names in a storage start with
     * @param options how other files are grouped, and what the requests have in common
     * @return a request for each scene, for {@link #generateAll(Stream)}; they carry the credentials of the prefix. The
     *     caller closes the stream, which may throw {@link StacGeneratorException} too
     * @throws StacGeneratorException as {@link #list(String)} says
     */
    public Stream<GenerationRequest> requests(String prefix, SceneOptions options) {
        return requests(prefix, options, warning -> {});
    }

    /**
     * Finds the scenes in a storage, as {@link #requests(String, SceneOptions)} does.
     *
     * @param prefix a folder, or what the names in a storage start with
     * @param options how other files are grouped, and what the requests have in common
     * @param warnings takes what is left out that may hold scenes, such as archives, as the stream is consumed
     * @return a request for each scene; the caller closes the stream
     * @throws StacGeneratorException as {@link #list(String)} says
     */
    public Stream<GenerationRequest> requests(String prefix, SceneOptions options, Consumer<Warning> warnings) {
        return pipeline.requests(
                requireNonNull(prefix, "prefix"),
                requireNonNull(options, "options"),
                requireNonNull(warnings, "warnings"));
    }

    /**
     * Returns the form of an href that Items and messages have, for people. No I/O.
     *
     * @param href an absolute URI or a path
     * @return the href without credentials
     */
    public String publicHref(String href) {
        return pipeline.storage().publicHref(requireNonNull(href, "href"));
    }

    /**
     * Returns the context that the storages of this generator get outside of a request, to use one of them by itself.
     *
     * @return the policy, no deadline, and URLs that are opened with the HTTP options of this generator until it is
     *     closed
     */
    public StorageContext storageContext() {
        return pipeline.storage().context();
    }

    /**
     * Lists what is installed, in which order, and what is missing.
     *
     * @return the services
     */
    public InstalledServices describe() {
        return services.describe();
    }

    /**
     * Stops the threads of the generator and releases its services. Requests that wait for those threads, and later
     * ones, fail with {@code CANCELED}; what the thread of a caller reads by itself runs to its end. Closing it again
     * does nothing.
     *
     * @throws StacGeneratorException with {@code INTERNAL} when a service cannot be shut down; all others are, first
     */
    @Override
    public void close() {
        pipeline.close();
        services.shutdown();
    }

    /** Configures a generator; not thread-safe. */
    public static final class Builder {

        private GenerationOptions options = GenerationOptions.ofDefaults();
        private StoragePolicy storagePolicy = StoragePolicy.open();
        private int concurrency = Runtime.getRuntime().availableProcessors();
        private @Nullable Integer threads;
        private @Nullable Executor executor;
        private boolean discovery = true;
        private Set<String> requestOptions = Set.copyOf(OptionsJson.NAMES);

        @Nullable ClassLoader classLoader;

        final List<Service> installed = new ArrayList<>();

        private Builder() {}

        /**
         * Sets how Items are made.
         *
         * @param options the options
         * @return this
         */
        public Builder options(GenerationOptions options) {
            this.options = requireNonNull(options, "options");
            return this;
        }

        /**
         * Sets which options a request may carry, so that a stranger cannot ask for more work than a service is for.
         *
         * @param names the names of options, see {@link GenerationRequest#options()}; all of them by default
         * @return this
         * @throws IllegalArgumentException for an unknown name
         */
        public Builder requestOptions(String... names) {
            for (String name : names) {
                if (!OptionsJson.NAMES.contains(name)) {
                    throw new IllegalArgumentException("'%s' is not an option of a request, expected one of %s"
                            .formatted(name, String.join(", ", OptionsJson.NAMES)));
                }
            }
            requestOptions = Set.of(names);
            return this;
        }

        /**
         * Sets what may be read.
         *
         * @param storagePolicy the policy; {@link StoragePolicy#open()} by default
         * @return this
         */
        public Builder storagePolicy(StoragePolicy storagePolicy) {
            this.storagePolicy = requireNonNull(storagePolicy, "storagePolicy");
            return this;
        }

        /**
         * Sets how files are read over HTTP(S): timeouts, retries, limits, proxy and headers.
         *
         * @param http the options; {@link HttpOptions#ofDefaults()} by default
         * @return this
         */
        public Builder http(HttpOptions http) {
            return add(new HttpStorageResolver(http));
        }

        /**
         * Sets how many requests {@link StacGenerator#generateAll} and {@link StacGenerator#generateAsync} work on at a
         * time.
         *
         * @param concurrency at least 1; by default the number of processors
         * @return this
         * @throws IllegalArgumentException when it is less than 1
         */
        public Builder concurrency(int concurrency) {
            if (concurrency < 1) {
                throw new IllegalArgumentException("concurrency is %d, expected at least 1".formatted(concurrency));
            }
            this.concurrency = concurrency;
            return this;
        }

        /**
         * Sets how many tasks the generator runs at most at a time, for all its callers together: requests of
         * {@link StacGenerator#generateAll} and {@link StacGenerator#generateAsync}, reads of assets, and shares of the
         * pixels of a large image. The thread that calls {@link StacGenerator#generate} works too and does not count,
         * so that it never waits for another.
         *
         * @param threads at least {@link #concurrency}; by default 15 more than that
         * @return this
         * @throws IllegalArgumentException when it is less than 1
         */
        public Builder threads(int threads) {
            if (threads < 1) {
                throw new IllegalArgumentException("threads is %d, expected at least 1".formatted(threads));
            }
            this.threads = threads;
            return this;
        }

        private int threads() {
            return threads == null ? concurrency + ASSETS_IN_PARALLEL - 1 : threads;
        }

        /**
         * Sets what runs the tasks of the generator, such as the pool of an application server or an executor of
         * virtual threads. The generator does not shut it down.
         *
         * @param executor takes at most {@link #threads} tasks at a time; without it the generator has threads of its
         *     own
         * @return this
         */
        public Builder executor(Executor executor) {
            this.executor = requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Switches the discovery of services of others on or off. Without it the services of this library and those
         * installed here are used.
         *
         * @param discovery true by default
         * @return this
         */
        public Builder discovery(boolean discovery) {
            this.discovery = discovery;
            return this;
        }

        /**
         * Sets where services of others are looked for. Those of this library do not depend on it.
         *
         * @param classLoader a class loader; by default the one of the calling thread, or the one of this library where
         *     the former does not know it
         * @return this
         */
        public Builder classLoader(ClassLoader classLoader) {
            this.classLoader = requireNonNull(classLoader, "classLoader");
            return this;
        }

        /**
         * Installs an extension, in place of a discovered one of the same id.
         *
         * @param extension the extension
         * @return this
         */
        public Builder install(StacExtension extension) {
            return add(extension);
        }

        /**
         * Installs a storage, in place of a discovered one of the same id.
         *
         * @param resolver the resolver
         * @return this
         */
        public Builder install(StorageResolver resolver) {
            return add(resolver);
        }

        /**
         * Installs a raster format, in place of a discovered one of the same id.
         *
         * @param reader the reader
         * @return this
         */
        public Builder install(RasterReader reader) {
            return add(reader);
        }

        /**
         * Installs a format of files that are not rasters, in place of a discovered one of the same id.
         *
         * @param reader the reader
         * @return this
         */
        public Builder install(DatasetReader reader) {
            return add(reader);
        }

        /**
         * Installs a metadata format, in place of a discovered one of the same id.
         *
         * @param parser the parser
         * @return this
         */
        public Builder install(MetadataParser parser) {
            return add(parser);
        }

        /**
         * Installs a vendor of scenes, in place of a discovered one of the same id.
         *
         * @param vendor the vendor
         * @return this
         */
        public Builder install(Vendor vendor) {
            return add(vendor);
        }

        /**
         * Installs a sink, in place of a discovered one of the same id.
         *
         * @param sink the sink
         * @return this
         */
        public Builder install(ItemSink sink) {
            return add(sink);
        }

        /**
         * Installs a storage to write to, in place of a discovered one of the same id.
         *
         * @param target the storage
         * @return this
         */
        public Builder install(StorageTarget target) {
            return add(target);
        }

        private Builder add(Service service) {
            installed.add(requireNonNull(service, "service"));
            return this;
        }

        /**
         * Makes the generator.
         *
         * @return a generator; the caller closes it
         * @throws StacGeneratorException with {@code INVALID_SERVICE} when two of the installed or two of the
         *     discovered services of one kind have the same id, when an extension cannot say what its fields are, or,
         *     in strict mode, when a service cannot be loaded
         */
        public StacGenerator build() {
            return new StacGenerator(this);
        }
    }
}
