package io.stacgenerator.internal.pipeline;

import io.stacgenerator.Fault;
import io.stacgenerator.GenerationListener.Step;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationOutcome;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.merge.MetadataDocuments;
import io.stacgenerator.internal.pipeline.assembly.ItemBuilder;
import io.stacgenerator.internal.pipeline.assembly.ItemFinisher;
import io.stacgenerator.internal.pipeline.asset.AssetDrafter;
import io.stacgenerator.internal.pipeline.asset.AssetReader;
import io.stacgenerator.internal.pipeline.concurrency.AsyncResult;
import io.stacgenerator.internal.pipeline.concurrency.BoundedExecutor;
import io.stacgenerator.internal.pipeline.concurrency.Concurrency;
import io.stacgenerator.internal.pipeline.concurrency.OrderedOutcomes;
import io.stacgenerator.internal.pipeline.metadata.CollectionDocument;
import io.stacgenerator.internal.pipeline.metadata.MetadataReader;
import io.stacgenerator.internal.pipeline.raster.RasterOpener;
import io.stacgenerator.internal.pipeline.request.ExtensionChoice;
import io.stacgenerator.internal.pipeline.request.RequestContext;
import io.stacgenerator.internal.pipeline.request.RequestEvents;
import io.stacgenerator.internal.pipeline.service.ServiceFailures;
import io.stacgenerator.internal.registry.ServiceRegistry;
import io.stacgenerator.internal.scene.SceneListing;
import io.stacgenerator.internal.sink.TargetFiles;
import io.stacgenerator.internal.storage.Storage;
import io.stacgenerator.internal.storage.object.SuppliedFiles;
import io.stacgenerator.internal.validation.DocumentRules;
import io.stacgenerator.internal.vendor.Vendors;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.DatasetReader;
import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of a request. Thread-safe. */
public final class Pipeline implements AutoCloseable {

    private static final int TASKS_AT_A_TIME = 16;

    private final int concurrency;
    private final ExecutorService requests;
    private final Optional<ExecutorService> ownThreads;
    private final List<StorageResolver> resolvers;
    private final StoragePolicy policy;
    private final Vendors vendors;
    private final ExtensionChoice extensions;
    private final MetadataReader metadata;
    private final RasterOpener rasters;
    private final Concurrency tasks;
    private final AssetDrafter assets;
    private final KnownFields fields;
    private final TargetFiles files;

    /**
     * Creates a pipeline.
     *
     * @param services the services to use
     * @param policy what may be read
     * @param concurrency how many requests of {@link #runAll} and {@link #runAsync} are worked on at a time
     * @param threads how many tasks there are at most at a time, those for assets included
     * @param executor runs them; null for threads of the pipeline
     */
    public Pipeline(
            ServiceRegistry services, StoragePolicy policy, int concurrency, int threads, @Nullable Executor executor) {
        this.concurrency = concurrency;
        ownThreads = executor == null
                ? Optional.of(Executors.newCachedThreadPool(threads("stac-generator-")))
                : Optional.empty();
        Executor all = executor == null ? ownThreads.orElseThrow() : executor;
        requests = new BoundedExecutor(all, concurrency);
        tasks = new Concurrency(all, new Semaphore(Math.max(0, threads - concurrency)), TASKS_AT_A_TIME);
        List<StacExtension> installed = services.all(StacExtension.class);
        resolvers = services.all(StorageResolver.class);
        this.policy = policy;
        extensions = new ExtensionChoice(installed);
        vendors = new Vendors(services.all(Vendor.class));
        metadata = new MetadataReader(services.all(MetadataParser.class), vendors, tasks);
        rasters = new RasterOpener(services.all(RasterReader.class));
        assets = new AssetDrafter(new AssetReader(rasters, services.all(DatasetReader.class)), vendors, tasks);
        fields = KnownFields.of(installed);
        files = new TargetFiles(services.all(StorageTarget.class), storage().http()::send);
    }

    private static ThreadFactory threads(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Turns a request into an Item.
     *
     * @param request the request
     * @param options how its Item is made
     * @param supplied the files that come with it
     * @return the result
     * @throws io.stacgenerator.StacGeneratorException when no valid Item can be made
     */
    public GenerationResult run(GenerationRequest request, GenerationOptions options, SuppliedFiles supplied) {
        if (requests.isShutdown()) {
            throw Concurrency.closed(null);
        }
        RequestEvents events = new RequestEvents(options.listener(), request);
        return events.request(() -> {
            try (Storage storage = new Storage(resolvers, policy, options, supplied, events)) {
                return run(new RequestContext(request, options, storage, events, rasters, tasks, files));
            }
        });
    }

    private GenerationResult run(RequestContext context) {
        try {
            return steps(context);
        } catch (RuntimeException | LinkageError e) {
            throw ServiceFailures.of(e).withWarnings(context.warnings());
        }
    }

    private GenerationResult steps(RequestContext context) {
        RequestEvents events = context.events();
        List<StacExtension> chosen = extensions.choose(context.request().extensions());
        MetadataDocuments documents =
                events.step(Step.METADATA, () -> MetadataDocuments.of(metadata.read(context), fields));
        CollectionDocument collection = collection(context);
        boolean open = chosen.stream().anyMatch(StacExtension::needsAssets)
                || context.options().thumbnail().isPresent()
                || !ItemBuilder.metadataIsSufficient(context, documents);
        Map<String, AssetDraft> drafts = events.step(Step.ASSETS, () -> assets.draft(context, chosen, open));
        ItemBuilder item = new ItemBuilder(fields, context, chosen, documents, collection);
        return events.step(Step.ITEM, () -> item.build(drafts));
    }

    private static @Nullable CollectionDocument collection(RequestContext context) {
        return context.request()
                .collection()
                .map(href -> CollectionDocument.read(href, context.storage()))
                .orElse(null);
    }

    /**
     * Turns many requests into Items.
     *
     * @param requests the requests, consumed lazily
     * @param generate turns one of them into an Item, by {@link #run}
     * @return the outcomes, in the order of the requests
     */
    public Stream<GenerationOutcome> runAll(
            Stream<GenerationRequest> requests, Function<GenerationRequest, GenerationResult> generate) {
        return OrderedOutcomes.of(requests, generate, this.requests, 2 * concurrency)
                .map(new RepeatedIds()::tell);
    }

    /**
     * Turns a request into an Item on another thread.
     *
     * @param generate makes the Item, by {@link #run}
     * @return the result to come; whoever cancels it cancels the reading
     */
    public CompletableFuture<GenerationResult> runAsync(Supplier<GenerationResult> generate) {
        return AsyncResult.of(generate, requests);
    }

    /**
     * Lists a storage as requests.
     *
     * @param prefix a folder, or what names start with
     * @param scenes how files become requests
     * @param warnings takes what is left out that may hold scenes
     * @return the requests, made as they are pulled; the caller closes the stream
     */
    public Stream<GenerationRequest> requests(String prefix, SceneOptions scenes, Consumer<Warning> warnings) {
        Storage storage = storage();
        return SceneListing.of(prefix, storage.list(prefix), storage::publicHref, vendors, scenes, warnings);
    }

    /**
     * Checks an Item.
     *
     * @param item an Item of STAC 1.1.0
     * @return the rules it breaks
     */
    public List<Fault> validate(StacItem item) {
        return new ItemFinisher(fields, GenerationOptions.ofDefaults()).check(item);
    }

    /**
     * Checks an Item, Catalog or Collection.
     *
     * @param document its members
     * @return the rules it breaks
     */
    public List<Fault> validate(Map<String, Object> document) {
        return "Feature".equals(document.get("type"))
                ? validate(StacItem.of(document))
                : DocumentRules.check(document, fields);
    }

    /**
     * Returns what is known of fields.
     *
     * @return the common metadata and the fields of the extensions
     */
    public KnownFields fields() {
        return fields;
    }

    /**
     * Returns the files that may be written.
     *
     * @return those of all storages that are installed
     */
    public TargetFiles files() {
        return files;
    }

    /**
     * Opens the storage as one request sees it.
     *
     * @return the resolvers under the policy
     */
    public Storage storage() {
        return new Storage(resolvers, policy);
    }

    /** Stops the threads; whoever waits for them gets an exception. */
    @Override
    public void close() {
        for (Runnable waiting : requests.shutdownNow()) {
            ((Future<?>) waiting).cancel(false);
        }
        ownThreads.ifPresent(ExecutorService::shutdownNow);
    }
}
