package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StacGeneratorExceptionTest {

    private static final List<Fault> FAULTS =
            List.of(new Fault("/itemId", "is empty"), new Fault("", "is not an object"));

    @Test
    void messageListsEveryFault() {
        assertThat(new StacGeneratorException(ErrorCode.INVALID_ITEM, "invalid item", FAULTS))
                .hasMessage("invalid item: /itemId is empty; is not an object")
                .hasNoCause();
    }

    @Test
    void ofManyFaultsTheFirstAreListedAndTheOthersCounted() {
        List<Fault> faults = Collections.nCopies(60_000, new Fault("/a", "is unknown"));

        StacGeneratorException e = new StacGeneratorException(ErrorCode.INVALID_REQUEST, "invalid request", faults);

        assertThat(e).message().endsWith("; /a is unknown; and 59900 more").hasSizeLessThan(2000);
        assertThat(e.faults()).hasSize(100);
    }

    @Test
    void failureThatIsNotAboutADocumentHasNoFaults() {
        IOException cause = new IOException("cut");
        StacGeneratorException e = new StacGeneratorException(ErrorCode.NOT_FOUND, "a.tif does not exist", cause);

        assertThat(e).hasMessage("a.tif does not exist").hasCause(cause);
        assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(e.faults()).isEmpty();
        assertThat(new StacGeneratorException(ErrorCode.NOT_FOUND, "a.tif does not exist"))
                .hasNoCause();
    }

    @Test
    void codeIsNeeded() {
        assertThatNullPointerException().isThrownBy(() -> new StacGeneratorException(null, "message"));
    }

    @Test
    void codeMessageAndFaultsSurviveSerialization() throws Exception {
        StacGeneratorException read =
                serialized(new StacGeneratorException(ErrorCode.INVALID_REQUEST, "invalid request", FAULTS));

        assertThat(read.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(read).hasMessage("invalid request: /itemId is empty; is not an object");
        assertThat(read.faults()).isEqualTo(FAULTS);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatPassesIsRetryable(ErrorCode code) {
        Set<ErrorCode> passing = EnumSet.of(
                ErrorCode.STORAGE_UNAVAILABLE,
                ErrorCode.ASSET_CHANGED,
                ErrorCode.TIMED_OUT,
                ErrorCode.QUEUE_FULL,
                ErrorCode.QUEUE_UNAVAILABLE);

        assertThat(code.retryable()).isEqualTo(passing.contains(code));
    }

    private static StacGeneratorException serialized(StacGeneratorException e) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (StacGeneratorException) in.readObject();
        }
    }
}
