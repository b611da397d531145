package io.stacgenerator.internal.storage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BoundedBodyTest {

    private static final int PART = 300_000;

    private final byte[] part = new byte[PART];

    @Test
    void keepsWhatIsLongOutOfTheHeap() {
        new Random(1).nextBytes(part);
        BoundedBody body = body(10 * PART);
        for (int i = 0; i < 10; i++) {
            body.onNext(List.of(ByteBuffer.wrap(part)));
        }
        body.onComplete();
        ByteBuffer bytes = body.getBody().toCompletableFuture().join();
        assertThat(bytes.isDirect()).isTrue();
        assertThat(bytes.remaining()).isEqualTo(10 * PART);
        for (int i = 0; i < 10; i++) {
            assertThat(bytes.slice(i * PART, PART)).isEqualTo(ByteBuffer.wrap(part));
        }
    }

    @Test
    void keepsWhatIsShortOnTheHeap() {
        BoundedBody body = body(PART);
        body.onNext(List.of(ByteBuffer.wrap(part)));
        body.onComplete();
        assertThat(body.getBody().toCompletableFuture().join().isDirect()).isFalse();
    }

    @Test
    void breaksOffAtTheLimitOfAFile() {
        BoundedBody body = body(4 * PART);
        for (int i = 0; i < 5; i++) {
            body.onNext(List.of(ByteBuffer.wrap(part)));
        }
        body.onComplete();
        assertThatThrownBy(() -> body.getBody().toCompletableFuture().get()).hasRootCauseMessage("too long");
    }

    private static BoundedBody body(long limit) {
        return new BoundedBody(limit, BoundedBody.LONGEST_IN_MEMORY, () -> new IOException("too long"), () -> {});
    }
}
