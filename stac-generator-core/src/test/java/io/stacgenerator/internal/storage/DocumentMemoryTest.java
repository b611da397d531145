package io.stacgenerator.internal.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class DocumentMemoryTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final DocumentMemory memory = new DocumentMemory(10, Duration.ofMillis(20));

    /** A test may have interrupted its own thread. */
    @AfterEach
    void clearInterrupt() {
        boolean unused = Thread.interrupted();
    }

    @Test
    void whatOneRequestNeedsBeyondAllIsRefusedAtOnce() {
        assertFails(
                () -> memory.take("a", 11, 0, LONG),
                ErrorCode.LIMIT_EXCEEDED,
                "a takes 11 bytes of heap, and 0 are held");
        assertFails(
                () -> memory.take("a", 4, 7, LONG),
                ErrorCode.LIMIT_EXCEEDED,
                "a takes 4 bytes of heap, and 7 are held");
    }

    @Test
    void waitsUntilOthersGiveTheirsBack() {
        DocumentMemory patient = new DocumentMemory(10, LONG);
        patient.take("a", 7, 0, LONG);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> patient.take("b", 4, 0, LONG));
        assertThat(waiting).isNotDone();

        patient.giveBack(7);

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void waitsNoLongerThanItsTime() {
        memory.take("a", 7, 0, LONG);
        assertFails(() -> memory.take("b", 4, 0, LONG), ErrorCode.LIMIT_EXCEEDED, "held too many for PT0.02S");
        assertFails(() -> memory.take("b", 4, 0, Duration.ZERO), ErrorCode.LIMIT_EXCEEDED, "held too many for PT0S");
    }

    @Test
    void anInterruptedThreadDoesNotWait() {
        memory.take("a", 7, 0, LONG);
        Thread.currentThread().interrupt();
        assertFails(() -> memory.take("b", 4, 0, LONG), ErrorCode.CANCELED, "b is not read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1,"b":[2,3]}         | 3200
            ` [1]`                    | 0
            \uFEFF{"a":1}             | 800
            <a><b c="1">text, :</b></a> | 500
            A = 1; B = 2              | 400
            ``                        | 0
            """)
    void valuesTakeMoreThanText(String document, long expected) {
        assertThat(DocumentMemory.ofValues(document.getBytes(UTF_8))).isEqualTo(expected);
    }

    private static void assertFails(ThrowingCallable call, ErrorCode code, String message) {
        assertThatThrownBy(call)
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
