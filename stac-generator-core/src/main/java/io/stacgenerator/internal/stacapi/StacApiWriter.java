package io.stacgenerator.internal.stacapi;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects Items into batches, which are sent by threads of its own. What a batch does not bring is sent one by one, so
 * that one bad Item does not hide the others. An API that takes nothing for some Items in a row is given up.
 */
final class StacApiWriter implements ItemWriter {

    private static final Logger LOG = LoggerFactory.getLogger(StacApiWriter.class);

    /** Of characters: gateways take 6 to 10 MB. */
    private static final long LARGEST_BATCH = 4L << 20;

    /** Failures in a row that are not of the Items but of the API: each was tried several times. */
    private static final int PATIENCE = 5;

    private final Delivery delivery;
    private final StacApiOptions options;
    private final SinkContext context;
    private final ExecutorService threads;
    private final Semaphore connections;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile boolean batches;

    // guarded by this
    private List<Parcel> waiting = new ArrayList<>();
    private long size;
    private boolean ended;

    StacApiWriter(Delivery delivery, StacApiOptions options, SinkContext context) {
        this.delivery = delivery;
        this.options = options;
        this.context = context;
        batches = options.batch() > 1;
        connections = new Semaphore(options.connections());
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(options.connections(), task -> {
            Thread thread = new Thread(task, "stac-generator-publish-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void accept(StacItem item) {
        throwFailure();
        String collection = context.options().collectionOf(item).orElse(null);
        try {
            requireCollection(item, collection);
        } catch (StacGeneratorException e) {
            settle(item, e);
            throwFailure();
            return;
        }
        sendInBackground(add(Parcel.of(item, String.valueOf(collection))));
    }

    private void requireCollection(StacItem item, @Nullable String collection) {
        if (collection == null) {
            throw refused(item, "it names no Collection, and none is set");
        }
        if (!delivery.api().isThere(collection)) {
            throw refused(item, "there is no Collection %s, which is created when it is given".formatted(collection));
        }
    }

    private StacGeneratorException refused(StacItem item, String reason) {
        return new StacGeneratorException(
                ErrorCode.ITEM_REFUSED,
                "item %s cannot go to %s: %s"
                        .formatted(item.id(), delivery.api().name(), reason));
    }

    /** Returns a batch that is full; empty when the Item waits for others. */
    private synchronized List<Parcel> add(Parcel parcel) {
        waiting.add(parcel);
        size += parcel.json().length();
        return waiting.size() < options.batch() && size < LARGEST_BATCH ? List.of() : take();
    }

    private synchronized List<Parcel> take() {
        List<Parcel> taken = waiting;
        waiting = new ArrayList<>();
        size = 0;
        return taken;
    }

    private void sendInBackground(List<Parcel> parcels) {
        if (parcels.isEmpty()) {
            return;
        }
        try {
            connections.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(canceled());
            parcels.forEach(this::rejectUnsent);
            throwFailure();
        }
        threads.execute(() -> {
            try {
                send(parcels);
            } finally {
                connections.release();
            }
        });
    }

    private StacGeneratorException canceled() {
        return new StacGeneratorException(
                ErrorCode.CANCELED,
                "publishing to %s was given up".formatted(delivery.api().name()));
    }

    private void send(List<Parcel> parcels) {
        Map<String, List<Parcel>> byCollection = new LinkedHashMap<>();
        for (Parcel parcel : parcels) {
            byCollection
                    .computeIfAbsent(parcel.collection(), id -> new ArrayList<>())
                    .add(parcel);
        }
        try {
            byCollection.values().forEach(this::sendOfOne);
        } catch (RuntimeException e) { // whoever is told of rejected Items may fail too; accept and close throw it
            giveUp(e);
        }
    }

    private void sendOfOne(List<Parcel> parcels) {
        boolean together = batches && parcels.size() > 1 && failure.get() == null;
        Delivery.Outcome outcome = together ? sendTogether(parcels) : Delivery.Outcome.REFUSED;
        if (outcome == Delivery.Outcome.CREATED) {
            failuresInARow.set(0);
            return;
        }
        int published = 0;
        for (Parcel parcel : parcels) {
            published += send(parcel) ? 1 : 0;
        }
        if (together && outcome == Delivery.Outcome.REFUSED && published == parcels.size()) {
            batches = false;
            LOG.info(
                    "{} takes no batches, Items are sent one by one",
                    delivery.api().name());
        }
    }

    private Delivery.Outcome sendTogether(List<Parcel> parcels) {
        try {
            return delivery.deliver(parcels);
        } catch (StacGeneratorException e) {
            LOG.debug("a batch of {} Items failed, they are sent one by one: {}", parcels.size(), e.getMessage());
            return Delivery.Outcome.REFUSED;
        }
    }

    private boolean send(Parcel parcel) {
        if (failure.get() != null) {
            rejectUnsent(parcel);
            return false;
        }
        try {
            delivery.deliver(parcel);
            failuresInARow.set(0);
            return true;
        } catch (StacGeneratorException e) {
            settle(parcel.item(), e);
            return false;
        }
    }

    private void settle(StacItem item, StacGeneratorException reason) {
        if (reason.code() == ErrorCode.ITEM_REFUSED) {
            failuresInARow.set(0);
        } else if (failuresInARow.incrementAndGet() >= PATIENCE || reason.code() == ErrorCode.CANCELED) {
            giveUp(reason);
        }
        reject(item, reason);
    }

    private void rejectUnsent(Parcel parcel) {
        RuntimeException reason = failure.get();
        if (reason != null) {
            String message = "item %s was not sent to %s any more: %s"
                    .formatted(parcel.item().id(), delivery.api().name(), reason.getMessage());
            reject(parcel.item(), failed(reason, message));
        }
    }

    private void reject(StacItem item, StacGeneratorException reason) {
        try {
            context.rejected(item, reason);
        } catch (RuntimeException e) {
            giveUp(e);
        }
    }

    private void giveUp(RuntimeException reason) {
        failure.compareAndSet(null, reason);
    }

    /** Throws a new exception each time: accept and close may both throw within one statement. */
    private void throwFailure() {
        RuntimeException reason = failure.get();
        if (reason != null) {
            throw failed(reason, String.valueOf(reason.getMessage()));
        }
    }

    private static StacGeneratorException failed(RuntimeException reason, String message) {
        ErrorCode code = reason instanceof StacGeneratorException known ? known.code() : ErrorCode.INTERNAL;
        return new StacGeneratorException(code, message, reason);
    }

    @Override
    public void close() {
        if (!end()) {
            return;
        }
        send(take());
        threads.shutdown();
        awaitCalls();
        if (delivery.queued() > 0) {
            LOG.info(
                    "{} has taken {} Items to publish them later",
                    delivery.api().name(),
                    delivery.queued());
        }
        throwFailure();
    }

    private void awaitCalls() {
        try {
            connections.acquire(options.connections());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            endCalls();
        }
    }

    /** Batches that no thread has begun with are settled here, as rejected. */
    private void endCalls() {
        giveUp(canceled());
        threads.shutdownNow().forEach(Runnable::run);
        connections.acquireUninterruptibly(options.connections());
    }

    private synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    /** Items that were sent stay; those that were not are rejected. */
    @Override
    public void abort() {
        if (!end()) {
            return;
        }
        endCalls();
        take().forEach(this::rejectUnsent);
    }
}
