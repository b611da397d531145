package io.stacgenerator.pgstac;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.Backoff;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.Rejections;
import io.stacgenerator.spi.sink.ServerItem;
import io.stacgenerator.spi.sink.SinkContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Collects Items into batches, each of one Collection and one transaction, by one connection. What a batch does not
 * bring is written one by one, so that one bad Item does not hide the others.
 */
final class PgstacWriter implements ItemWriter {

    /** With delays that double, 3 to 6 seconds together: a deadlock passes at once, a restart takes some seconds. */
    private static final int ATTEMPTS = 6;

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final Database database;
    private final PgstacOptions options;
    private final Rejections rejections;

    // guarded by this
    private final Map<String, Map<String, ServerItem>> waiting = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private int count;
    private boolean ended;

    PgstacWriter(Database database, PgstacOptions options, SinkContext context) {
        this.database = database;
        this.options = options;
        rejections = new Rejections(context, database.name());
    }

    /** Of an Item that comes twice the last one counts, but for the mode that refuses or skips it. */
    @Override
    public synchronized void accept(StacItem item) {
        rejections.throwIfGivenUp();
        try {
            add(sendable(item));
        } catch (StacGeneratorException e) {
            if (e.code() != ErrorCode.ITEM_REFUSED) {
                rejections.giveUp(e);
            }
            rejections.reject(item, e);
        }
        rejections.throwIfGivenUp();
    }

    private ServerItem sendable(StacItem item) {
        String collection = rejections.collectionOf(item);
        if (item.toMap().get("geometry") == null) {
            throw rejections.refused(item, "it has no geometry");
        }
        if (!known.contains(collection) && !database.isThere(collection)) {
            throw rejections.withoutCollection(item, collection);
        }
        known.add(collection);
        return ServerItem.of(item, collection);
    }

    private void add(ServerItem item) {
        if (batch(item).containsKey(item.item().id())) {
            writeAll();
        }
        batch(item).put(item.item().id(), item);
        count++;
        if (count >= options.batch()) {
            writeAll();
        }
    }

    private Map<String, ServerItem> batch(ServerItem item) {
        return waiting.computeIfAbsent(item.collection(), id -> new LinkedHashMap<>());
    }

    private void writeAll() {
        Map<String, Map<String, ServerItem>> batches = new LinkedHashMap<>(waiting);
        waiting.clear();
        count = 0;
        batches.forEach((collection, items) -> write(collection, new ArrayList<>(items.values())));
    }

    private void write(String collection, List<ServerItem> items) {
        if (rejections.isGivenUp()) {
            items.forEach(this::rejectUnsent);
            return;
        }
        try {
            Set<String> lost = tryWrite(collection, items);
            if (!lost.isEmpty()) {
                writeOneByOne(collection, items, "the database has taken it and does not have it");
            }
        } catch (SQLException e) {
            if (Failures.isOfItem(e) && items.size() > 1) {
                writeOneByOne(collection, items, Failures.reason(e));
            } else if (Failures.isOfItem(e)) {
                settle(items.get(0), e);
            } else {
                giveUp(items, e);
            }
        }
    }

    private void writeOneByOne(String collection, List<ServerItem> items, String reason) {
        if (items.size() > 1) {
            items.forEach(item -> write(collection, List.of(item)));
        } else {
            StacItem item = items.get(0).item();
            rejections.reject(item, rejections.refused(item, reason));
        }
    }

    /** An earlier run, or a transaction whose end was not heard of, may have created it. */
    private void settle(ServerItem item, SQLException reason) {
        try {
            boolean there = Failures.isExisting(reason)
                    && database.item(item.collection(), item.item().id())
                            .filter(item::isSameAs)
                            .isPresent();
            if (!there) {
                rejections.reject(item.item(), rejections.refused(item.item(), Failures.reason(reason)));
            }
        } catch (SQLException e) {
            giveUp(List.of(item), e);
        }
    }

    private void giveUp(List<ServerItem> items, SQLException cause) {
        rejections.giveUp(new StacGeneratorException(
                Failures.code(cause),
                "%s cannot be written to: %s".formatted(database.name(), Failures.reason(cause)),
                cause));
        items.forEach(this::rejectUnsent);
    }

    private void rejectUnsent(ServerItem item) {
        rejections.rejectUnsent(item.item());
    }

    /** Tries again what may pass, such as a deadlock with another writer or a server that is restarted. */
    private Set<String> tryWrite(String collection, List<ServerItem> items) throws SQLException {
        Map<String, String> content = new LinkedHashMap<>();
        items.forEach(item -> content.put(item.item().id(), item.json()));
        for (int failed = 1; ; failed++) {
            try {
                return database.write(collection, content, options.mode());
            } catch (SQLException e) {
                if (failed >= ATTEMPTS || !Failures.passes(e)) {
                    throw e;
                }
                pause(failed);
            }
        }
    }

    private static void pause(int failed) throws SQLException {
        try {
            TimeUnit.MILLISECONDS.sleep(
                    BACKOFF.after(failed, ThreadLocalRandom.current()).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("publishing was interrupted", Failures.CANCELED, e);
        }
    }

    @Override
    public synchronized void close() {
        if (ended) {
            return;
        }
        ended = true;
        try (database) {
            writeAll();
        }
        rejections.throwIfGivenUp();
    }

    /** Items that were written stay; those that were not are rejected. */
    @Override
    public synchronized void abort() {
        if (ended) {
            return;
        }
        ended = true;
        database.close();
        rejections.cancel();
        waiting.values().forEach(items -> items.values().forEach(this::rejectUnsent));
    }
}
