package io.stacgenerator.internal.stacapi;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.sink.ApiReply;
import io.stacgenerator.spi.sink.ServerItem;
import io.stacgenerator.spi.sink.WriteMode;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Brings Items to an API; the mode says what happens to those that it has already. Thread-safe. */
final class Delivery {

    private static final int QUEUED = 202;

    private final StacApi api;
    private final WriteMode mode;
    private final AtomicLong queued = new AtomicLong();

    Delivery(StacApi api, WriteMode mode) {
        this.api = api;
        this.mode = mode;
    }

    StacApi api() {
        return api;
    }

    /** How many Items the server has taken to publish them later. */
    long queued() {
        return queued.get();
    }

    /** What has become of a batch. */
    enum Outcome {
        CREATED,
        /** Some were there already; others may have been created. */
        PARTLY_THERE,
        /** The server says no to the batch, or to one of its Items. */
        REFUSED
    }

    /** Sends the Items of one Collection in one call. */
    Outcome deliver(List<ServerItem> items) {
        ApiReply reply = api.post(items.get(0).collection(), together(items));
        if (reply.isSuccess()) {
            count(reply, items.size());
            return Outcome.CREATED;
        }
        return reply.status() == Refusal.EXISTS ? Outcome.PARTLY_THERE : Outcome.REFUSED;
    }

    private static String together(List<ServerItem> items) {
        return items.stream()
                .map(ServerItem::json)
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    /**
     * Sends an Item.
     *
     * @throws StacGeneratorException when it is not published
     */
    void deliver(ServerItem item) {
        ApiReply reply = api.post(item.collection(), item.json());
        if (reply.status() == Refusal.EXISTS) {
            settleExisting(item);
        } else {
            require(reply, item);
        }
    }

    private void settleExisting(ServerItem item) {
        if (mode == WriteMode.CREATE_OR_REPLACE) {
            require(api.put(item.collection(), item.item().id(), item.json()), item);
        } else if (mode == WriteMode.CREATE && !isSame(item)) {
            throw refused(ErrorCode.ITEM_REFUSED, item, "another one with its id is there already");
        }
    }

    /** A call without an answer, or a batch that failed, may have created it. */
    private boolean isSame(ServerItem item) {
        ApiReply reply = api.get(item.collection(), item.item().id());
        return reply.isSuccess() && item.isSameAs(reply.body());
    }

    private void require(ApiReply reply, ServerItem item) {
        if (!reply.isSuccess()) {
            Refusal refusal = Refusal.of(reply);
            ErrorCode code = refusal.isDenied() ? ErrorCode.ACCESS_DENIED : ErrorCode.ITEM_REFUSED;
            throw refused(code, item, refusal.toString());
        }
        count(reply, 1);
    }

    private void count(ApiReply reply, int items) {
        if (reply.status() == QUEUED) {
            queued.addAndGet(items);
        }
    }

    private StacGeneratorException refused(ErrorCode code, ServerItem item, String reason) {
        return new StacGeneratorException(
                code,
                "item %s of Collection %s was refused by %s: %s"
                        .formatted(item.item().id(), item.collection(), api.name(), reason));
    }
}
