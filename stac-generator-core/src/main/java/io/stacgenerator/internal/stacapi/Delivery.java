package io.stacgenerator.internal.stacapi;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.sink.ApiReply;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Brings Items to an API, whatever is there already, by the mode. Thread-safe. */
final class Delivery {

    private static final int QUEUED = 202;

    private final StacApi api;
    private final StacApiOptions.Mode mode;
    private final AtomicLong queued = new AtomicLong();

    Delivery(StacApi api, StacApiOptions.Mode mode) {
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
    Outcome deliver(List<Parcel> parcels) {
        ApiReply reply = api.post(parcels.get(0).collection(), Parcel.together(parcels));
        if (reply.isSuccess()) {
            count(reply, parcels.size());
            return Outcome.CREATED;
        }
        return reply.status() == Refusal.EXISTS ? Outcome.PARTLY_THERE : Outcome.REFUSED;
    }

    /**
     * Sends an Item.
     *
     * @throws StacGeneratorException when it is not published
     */
    void deliver(Parcel parcel) {
        ApiReply reply = api.post(parcel.collection(), parcel.json());
        if (reply.status() == Refusal.EXISTS) {
            settleExisting(parcel);
        } else {
            require(reply, parcel);
        }
    }

    private void settleExisting(Parcel parcel) {
        if (mode == StacApiOptions.Mode.CREATE_OR_REPLACE) {
            require(api.put(parcel.collection(), parcel.item().id(), parcel.json()), parcel);
        } else if (mode == StacApiOptions.Mode.CREATE && !isSame(parcel)) {
            throw refused(ErrorCode.ITEM_REFUSED, parcel, "another one with its id is there already");
        }
    }

    /** A call without an answer, or a batch that failed, may have created it. */
    private boolean isSame(Parcel parcel) {
        ApiReply reply = api.get(parcel.collection(), parcel.item().id());
        return reply.isSuccess() && parcel.isSameAs(reply.body());
    }

    private void require(ApiReply reply, Parcel parcel) {
        if (!reply.isSuccess()) {
            Refusal refusal = Refusal.of(reply);
            ErrorCode code = refusal.isDenied() ? ErrorCode.ACCESS_DENIED : ErrorCode.ITEM_REFUSED;
            throw refused(code, parcel, refusal.toString());
        }
        count(reply, 1);
    }

    private void count(ApiReply reply, int items) {
        if (reply.status() == QUEUED) {
            queued.addAndGet(items);
        }
    }

    private StacGeneratorException refused(ErrorCode code, Parcel parcel, String reason) {
        return new StacGeneratorException(
                code,
                "item %s of Collection %s was refused by %s: %s"
                        .formatted(parcel.item().id(), parcel.collection(), api.name(), reason));
    }
}
