package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.model.StacItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GenerationOutcomeTest {

    private static final GenerationRequest REQUEST =
            GenerationRequest.builder().assetPaths("a.tif").build();
    private static final GenerationResult RESULT =
            new GenerationResult(StacItem.of(Map.of("id", "scene")), List.of(), Map.of());
    private final StacGeneratorException error =
            new StacGeneratorException(ErrorCode.NOT_FOUND, "a.tif does not exist");

    @Test
    void successGivesItsResult() {
        assertThat(new GenerationOutcome(REQUEST, RESULT, null).get()).isSameAs(RESULT);
    }

    @Test
    void failureThrowsItsError() {
        assertThatThrownBy(() -> new GenerationOutcome(REQUEST, null, error).get())
                .isSameAs(error);
    }

    @Test
    void bothOrNeitherIsNotAnOutcome() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GenerationOutcome(REQUEST, RESULT, error));
        assertThatIllegalArgumentException().isThrownBy(() -> new GenerationOutcome(REQUEST, null, null));
    }
}
