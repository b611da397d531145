package io.stacgenerator.spi.sink;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a target does not take: single Items, or none any more once it is given up. For writers that send Items later
 * than they accept them. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Rejections {

    private final SinkContext context;
    private final String target;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    /**
     * Creates it.
     *
     * @param context takes the Items that are rejected
     * @param target the target as messages call it, without credentials
     */
    public Rejections(SinkContext context, String target) {
        this.context = requireNonNull(context, "context");
        this.target = requireNonNull(target, "target");
    }

    /**
     * Rejects an Item. Recording it may fail too, on a full disk for example; the target is given up then.
     *
     * @param item the Item
     * @param reason why
     */
    public void reject(StacItem item, StacGeneratorException reason) {
        try {
            context.rejected(item, reason);
        } catch (RuntimeException e) {
            giveUp(e);
        }
    }

    /**
     * Returns the Collection that an Item goes to.
     *
     * @param item the Item
     * @return its id
     * @throws StacGeneratorException with {@code ITEM_REFUSED} when there is none
     */
    public String collectionOf(StacItem item) {
        return context.options()
                .collectionOf(item)
                .orElseThrow(() -> refused(item, "it names no Collection, and none is set"));
    }

    /**
     * Makes the error of an Item of a Collection that the target does not have.
     *
     * @param item the Item
     * @param collection the id of the Collection
     * @return the error
     */
    public StacGeneratorException withoutCollection(StacItem item, String collection) {
        return refused(item, "there is no Collection %s, which is created when it is given".formatted(collection));
    }

    /**
     * Makes the error of an Item that cannot be taken.
     *
     * @param item the Item
     * @param reason why, such as {@code it has no geometry}
     * @return the error, with {@code ITEM_REFUSED}
     */
    public StacGeneratorException refused(StacItem item, String reason) {
        return new StacGeneratorException(
                ErrorCode.ITEM_REFUSED, "item %s cannot go to %s: %s".formatted(item.id(), target, reason));
    }

    /**
     * Gives up the target; of several reasons the first counts.
     *
     * @param reason why nothing is written any more
     */
    public void giveUp(RuntimeException reason) {
        failure.compareAndSet(null, requireNonNull(reason, "reason"));
    }

    /** Gives up the target because whoever publishes has ended it. */
    public void cancel() {
        giveUp(new StacGeneratorException(ErrorCode.CANCELED, "publishing to %s was given up".formatted(target)));
    }

    /**
     * Returns whether the target is given up.
     *
     * @return true when no Item can be written any more
     */
    public boolean isGivenUp() {
        return failure.get() != null;
    }

    /**
     * Rejects an Item that waits, once the target is given up.
     *
     * @param item the Item
     */
    public void rejectUnsent(StacItem item) {
        reason().ifPresent(reason -> reject(
                item,
                failed(
                        reason,
                        "item %s was not sent to %s any more: %s".formatted(item.id(), target, reason.getMessage()))));
    }

    /**
     * Throws when the target is given up, a new exception each time: accept and close may both throw within one
     * statement, which suppresses none of itself.
     *
     * @throws StacGeneratorException why it is given up
     */
    public void throwIfGivenUp() {
        reason().ifPresent(reason -> {
            throw failed(reason, String.valueOf(reason.getMessage()));
        });
    }

    private Optional<RuntimeException> reason() {
        return Optional.ofNullable(failure.get());
    }

    private static StacGeneratorException failed(RuntimeException reason, String message) {
        ErrorCode code = reason instanceof StacGeneratorException known ? known.code() : ErrorCode.INTERNAL;
        return new StacGeneratorException(code, message, reason);
    }
}
