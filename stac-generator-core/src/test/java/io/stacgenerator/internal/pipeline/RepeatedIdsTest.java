package io.stacgenerator.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationOutcome;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.Warning;
import io.stacgenerator.model.StacItem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RepeatedIdsTest {

    private static GenerationOutcome outcome(String collection, String id) {
        return new GenerationOutcome(
                GenerationRequest.builder().assetPaths("a.tif").build(),
                new GenerationResult(
                        StacItem.of(Map.of("id", id, "collection", collection, "properties", Map.of())),
                        List.of(),
                        Map.of()),
                null);
    }

    @Test
    void theSecondItemOfAnIdIsReported() {
        RepeatedIds ids = new RepeatedIds();

        assertThat(Stream.of(outcome("c", "a"), outcome("c", "b"), outcome("d", "a"), outcome("c", "a"))
                        .map(ids::tell)
                        .map(outcome -> outcome.get().warnings().stream()
                                .map(Warning::code)
                                .toList()))
                .containsExactly(List.of(), List.of(), List.of(), List.of("duplicate-id"));
    }
}
