package io.stacgenerator.internal.storage.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a limit, then breaks off. What is long goes to a temporary file, not to the heap. */
final class BoundedBody implements BodySubscriber<ByteBuffer> {

    /** Collecting doubles its buffer: this much at most, where the length was not asked for. */
    static final long LONGEST_IN_MEMORY = 1L << 20;

    private final CompletableFuture<ByteBuffer> result = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long limit;
    private final long inMemory;
    private final @Nullable Supplier<Exception> excess;
    private final Runnable progress;
    private @Nullable Subscription subscription;
    private @Nullable FileChannel file;
    private long size;

    /**
     * Starts a body.
     *
     * @param limit the bytes to take
     * @param inMemory the bytes to keep on the heap; when there are more, all go to a file
     * @param excess the failure when there are more, or null to leave the rest
     * @param progress hears of everything that arrives
     */
    BoundedBody(long limit, long inMemory, @Nullable Supplier<Exception> excess, Runnable progress) {
        this.limit = limit;
        this.inMemory = inMemory;
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
        for (ByteBuffer buffer : buffers) {
            if (!result.isDone()) {
                take(buffer);
            }
        }
    }

    private void take(ByteBuffer buffer) {
        int count = (int) Math.min(buffer.remaining(), limit - size);
        try {
            append(buffer.slice(buffer.position(), count));
        } catch (IOException e) {
            cancel();
            onError(e);
            return;
        }
        if (count < buffer.remaining()) {
            breakOff();
        }
    }

    private void append(ByteBuffer taken) throws IOException {
        size += taken.remaining();
        if (file == null && size <= inMemory) {
            byte[] copy = new byte[taken.remaining()];
            taken.get(copy);
            bytes.writeBytes(copy);
            return;
        }
        if (file == null) {
            file = temporary();
            write(file, ByteBuffer.wrap(bytes.toByteArray()));
            bytes.reset();
        }
        write(file, taken);
    }

    /** Its name is deleted at once, so that nothing is left behind however the process ends. */
    private static FileChannel temporary() throws IOException {
        Path path = Files.createTempFile("stac-generator-", ".part");
        try {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
    }

    private static void write(FileChannel file, ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            file.write(from);
        }
    }

    private void breakOff() {
        cancel();
        if (excess == null) {
            onComplete();
        } else {
            onError(excess.get());
        }
    }

    private void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        result.completeExceptionally(failure);
    }

    /** A file is mapped: the mapping outlives its channel. */
    @Override
    public void onComplete() {
        try (FileChannel written = file) {
            result.complete(
                    written == null
                            ? ByteBuffer.wrap(bytes.toByteArray()).asReadOnlyBuffer()
                            : written.map(FileChannel.MapMode.READ_ONLY, 0, size));
        } catch (IOException e) {
            result.completeExceptionally(e);
        }
    }
}
