package io.stacgenerator.internal.storage;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a limit, then breaks off. */
final class BoundedBody implements BodySubscriber<ByteBuffer> {

    private final CompletableFuture<ByteBuffer> result = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long limit;
    private final @Nullable Supplier<Exception> excess;
    private final Runnable progress;
    private @Nullable Subscription subscription;

    /**
     * Starts a body.
     *
     * @param limit the bytes to take
     * @param excess the failure when there are more, or null to leave the rest
     * @param progress told of everything that arrives
     */
    BoundedBody(long limit, @Nullable Supplier<Exception> excess, Runnable progress) {
        this.limit = limit;
        this.excess = excess;
        this.progress = progress;
    }

    @Override
    public CompletionStage<ByteBuffer> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        progress.run();
        buffers.forEach(this::take);
    }

    private void take(ByteBuffer buffer) {
        byte[] taken = new byte[(int) Math.min(buffer.remaining(), limit - bytes.size())];
        buffer.get(taken);
        bytes.writeBytes(taken);
        if (buffer.hasRemaining()) {
            breakOff();
        }
    }

    private void breakOff() {
        if (subscription != null) {
            subscription.cancel();
        }
        if (excess == null) {
            onComplete();
        } else {
            result.completeExceptionally(excess.get());
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(ByteBuffer.wrap(bytes.toByteArray()).asReadOnlyBuffer());
    }
}
