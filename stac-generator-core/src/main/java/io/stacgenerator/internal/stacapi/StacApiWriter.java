package io.stacgenerator.internal.stacapi;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.Rejections;
import io.stacgenerator.spi.sink.ServerItem;
import io.stacgenerator.spi.sink.SinkContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
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

    /**
     * Servers and proxies resolve them, however they are escaped: to replace such an Item would replace its Collection.
     */
    private static final Set<String> NO_SEGMENTS = Set.of("", ".", "..");

    private final Delivery delivery;
    private final StacApiOptions options;
    private final ExecutorService threads;
    private final Semaphore connections;
    private final Rejections rejections;
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile boolean batches;

    // guarded by this
    private List<ServerItem> waiting = new ArrayList<>();
    private long size;
    private boolean ended;

    StacApiWriter(Delivery delivery, StacApiOptions options, SinkContext context) {
        this.delivery = delivery;
        this.options = options;
        rejections = new Rejections(context, delivery.api().name());
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
        rejections.throwIfGivenUp();
        ServerItem sendable;
        try {
            sendable = sendable(item);
        } catch (StacGeneratorException e) {
            settle(item, e);
            rejections.throwIfGivenUp();
            return;
        }
        sendInBackground(add(sendable));
    }

    private ServerItem sendable(StacItem item) {
        String collection = rejections.collectionOf(item);
        if (NO_SEGMENTS.contains(item.id()) || NO_SEGMENTS.contains(collection)) {
            throw rejections.refused(item, "its id, or that of its Collection, cannot be part of a URL");
        }
        if (!delivery.api().isThere(collection)) {
            throw rejections.withoutCollection(item, collection);
        }
        return ServerItem.of(item, collection);
    }

    /** Returns a batch that is full; empty when the Item waits for others. */
    private synchronized List<ServerItem> add(ServerItem item) {
        waiting.add(item);
        size += item.json().length();
        return waiting.size() < options.batch() && size < LARGEST_BATCH ? List.of() : take();
    }

    private synchronized List<ServerItem> take() {
        List<ServerItem> taken = waiting;
        waiting = new ArrayList<>();
        size = 0;
        return taken;
    }

    private void sendInBackground(List<ServerItem> items) {
        if (items.isEmpty()) {
            return;
        }
        try {
            connections.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            rejections.cancel();
            items.forEach(item -> rejections.rejectUnsent(item.item()));
            rejections.throwIfGivenUp();
        }
        try {
            threads.execute(() -> {
                try {
                    send(items);
                } finally {
                    connections.release();
                }
            });
        } catch (
                RejectedExecutionException
                        e) { // closed meanwhile: a host's other threads may go on after one has failed
            connections.release();
            items.forEach(item -> rejections.rejectUnsent(item.item()));
            rejections.throwIfGivenUp();
            throw new IllegalStateException("an Item came after the end of the writer", e);
        }
    }

    private void send(List<ServerItem> items) {
        Map<String, List<ServerItem>> byCollection = new LinkedHashMap<>();
        for (ServerItem item : items) {
            byCollection
                    .computeIfAbsent(item.collection(), id -> new ArrayList<>())
                    .add(item);
        }
        try {
            byCollection.values().forEach(this::sendOfOne);
        } catch (RuntimeException e) { // whoever is told of rejected Items may fail too; accept and close throw it
            rejections.giveUp(e);
        }
    }

    private void sendOfOne(List<ServerItem> items) {
        boolean together = batches && items.size() > 1 && !rejections.isGivenUp();
        Delivery.Outcome outcome = together ? sendTogether(items) : Delivery.Outcome.REFUSED;
        if (outcome == Delivery.Outcome.CREATED) {
            failuresInARow.set(0);
            return;
        }
        int published = 0;
        for (ServerItem item : items) {
            published += send(item) ? 1 : 0;
        }
        if (together && outcome == Delivery.Outcome.REFUSED && published == items.size()) {
            batches = false;
            LOG.info(
                    "{} takes no batches, Items are sent one by one",
                    delivery.api().name());
        }
    }

    private Delivery.Outcome sendTogether(List<ServerItem> items) {
        try {
            return delivery.deliver(items);
        } catch (StacGeneratorException e) {
            LOG.debug("a batch of {} Items failed, they are sent one by one: {}", items.size(), e.getMessage());
            return Delivery.Outcome.REFUSED;
        }
    }

    private boolean send(ServerItem item) {
        if (rejections.isGivenUp()) {
            rejections.rejectUnsent(item.item());
            return false;
        }
        try {
            delivery.deliver(item);
            failuresInARow.set(0);
            return true;
        } catch (StacGeneratorException e) {
            settle(item.item(), e);
            return false;
        }
    }

    private void settle(StacItem item, StacGeneratorException reason) {
        if (reason.code() == ErrorCode.ITEM_REFUSED) {
            failuresInARow.set(0);
        } else if (failuresInARow.incrementAndGet() >= PATIENCE || reason.code() == ErrorCode.CANCELED) {
            rejections.giveUp(reason);
        }
        rejections.reject(item, reason);
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
        rejections.throwIfGivenUp();
    }

    private void awaitCalls() {
        try {
            connections.acquire(options.connections());
            connections.release(options.connections());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            endCalls();
        }
    }

    /** Batches that no thread has begun with are settled here, as rejected. */
    private void endCalls() {
        rejections.cancel();
        threads.shutdownNow().forEach(Runnable::run);
        connections.acquireUninterruptibly(options.connections());
        connections.release(options.connections());
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
        take().forEach(item -> rejections.rejectUnsent(item.item()));
    }
}
