package io.stacgenerator.pgstac;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.ServerLinks;
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
import org.jspecify.annotations.Nullable;

/**
 * Collects Items into batches, each of one Collection and one transaction, by one connection. What a batch does not
 * bring is written one by one, so that one bad Item does not hide the others.
 */
final class PgstacWriter implements ItemWriter {

    /** With delays that double, 3 to 6 seconds together: a deadlock passes at once, a restart takes some seconds. */
    private static final int ATTEMPTS = 6;

    private static final Duration FIRST_DELAY = Duration.ofMillis(100);

    private final Database database;
    private final PgstacOptions options;
    private final SinkContext context;

    // guarded by this
    private final Map<String, Map<String, StacItem>> waiting = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private int count;
    private boolean ended;
    private @Nullable RuntimeException failure;

    PgstacWriter(Database database, PgstacOptions options, SinkContext context) {
        this.database = database;
        this.options = options;
        this.context = context;
    }

    /** Of an Item that comes twice the last one counts, but for the mode that refuses or skips it. */
    @Override
    public synchronized void accept(StacItem item) {
        throwFailure();
        StacGeneratorException refusal = refusal(item);
        if (refusal != null) {
            reject(item, refusal);
            throwFailure();
            return;
        }
        String collection = context.options().collectionOf(item).orElseThrow();
        Map<String, StacItem> items = waiting.computeIfAbsent(collection, id -> new LinkedHashMap<>());
        if (items.containsKey(item.id())) {
            writeAll();
            items = waiting.computeIfAbsent(collection, id -> new LinkedHashMap<>());
        }
        items.put(item.id(), item);
        count++;
        if (count >= options.batch()) {
            writeAll();
        }
        throwFailure();
    }

    private @Nullable StacGeneratorException refusal(StacItem item) {
        String collection = context.options().collectionOf(item).orElse(null);
        if (collection == null) {
            return refused(item, "it names no Collection, and none is set");
        }
        if (item.toMap().get("geometry") == null) {
            return refused(item, "it has no geometry");
        }
        if (!known.contains(collection) && !database.isThere(collection)) {
            return refused(item, "there is no Collection %s, which is created when it is given".formatted(collection));
        }
        known.add(collection);
        return null;
    }

    private StacGeneratorException refused(StacItem item, String reason) {
        return rejection(ErrorCode.ITEM_REFUSED, item, reason, null);
    }

    private StacGeneratorException rejection(ErrorCode code, StacItem item, String reason, @Nullable Throwable cause) {
        return new StacGeneratorException(
                code, "item %s cannot go to %s: %s".formatted(item.id(), database.name(), reason), cause);
    }

    private void writeAll() {
        Map<String, Map<String, StacItem>> batches = new LinkedHashMap<>(waiting);
        waiting.clear();
        count = 0;
        batches.forEach((collection, items) -> write(collection, new ArrayList<>(items.values())));
    }

    private void write(String collection, List<StacItem> items) {
        if (failure != null) {
            items.forEach(this::rejectUnsent);
            return;
        }
        try {
            Set<String> lost = tryWrite(collection, items);
            if (!lost.isEmpty()) {
                writeOneByOne(collection, items, "the database has taken it and does not have it", null);
            }
        } catch (SQLException e) {
            if (Failures.isOfItem(e)) {
                writeOneByOne(collection, items, Failures.reason(e), e);
            } else {
                giveUp(items, e);
            }
        }
    }

    private void writeOneByOne(String collection, List<StacItem> items, String reason, @Nullable SQLException cause) {
        if (items.size() > 1) {
            items.forEach(item -> write(collection, List.of(item)));
        } else {
            reject(items.get(0), rejection(ErrorCode.ITEM_REFUSED, items.get(0), reason, cause));
        }
    }

    private void giveUp(List<StacItem> items, SQLException cause) {
        failure = new StacGeneratorException(
                Failures.code(cause),
                "%s cannot be written to: %s".formatted(database.name(), Failures.reason(cause)),
                cause);
        items.forEach(this::rejectUnsent);
    }

    private void rejectUnsent(StacItem item) {
        RuntimeException reason = failure;
        if (reason != null) {
            reject(item, rejection(code(reason), item, String.valueOf(reason.getMessage()), reason));
        }
    }

    private static ErrorCode code(RuntimeException reason) {
        return reason instanceof StacGeneratorException known ? known.code() : ErrorCode.INTERNAL;
    }

    /** Whoever is told of rejected Items may fail too; accept and close throw it. */
    private void reject(StacItem item, StacGeneratorException reason) {
        try {
            context.rejected(item, reason);
        } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
        }
    }

    /** Tries again what may pass, such as a deadlock with another writer or a server that is restarted. */
    private Set<String> tryWrite(String collection, List<StacItem> items) throws SQLException {
        Map<String, String> content = new LinkedHashMap<>();
        items.forEach(item -> content.put(item.id(), ServerLinks.json(item, collection)));
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
        long longest = FIRST_DELAY.toMillis() << failed;
        try {
            TimeUnit.MILLISECONDS.sleep(
                    longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("publishing was interrupted", Failures.CANCELED, e);
        }
    }

    /** Throws a new exception each time: accept and close may both throw within one statement. */
    private void throwFailure() {
        RuntimeException reason = failure;
        if (reason != null) {
            throw new StacGeneratorException(code(reason), String.valueOf(reason.getMessage()), reason);
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
        throwFailure();
    }

    /** Items that were written stay; those that were not are rejected. */
    @Override
    public synchronized void abort() {
        if (ended) {
            return;
        }
        ended = true;
        database.close();
        if (failure == null) {
            failure = new StacGeneratorException(
                    ErrorCode.CANCELED, "publishing to %s was given up".formatted(database.name()));
        }
        waiting.values().forEach(items -> items.values().forEach(this::rejectUnsent));
    }
}
