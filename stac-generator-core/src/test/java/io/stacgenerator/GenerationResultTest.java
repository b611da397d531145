package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.StacItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GenerationResultTest {

    private static final StacItem ITEM = StacItem.of(Map.of("id", "scene"));

    @Test
    void jsonHoldsItemWarningsAndOrigins() {
        GenerationResult result = new GenerationResult(
                ITEM,
                List.of(new Warning("crs-missing", "a.tif has no CRS", "/geometry"), new Warning("w", "odd")),
                Map.of("/id", "request"));

        assertThat(result.toJson()).isEqualTo("""
                {"item":{"id":"scene"},\
                "warnings":[{"code":"crs-missing","message":"a.tif has no CRS","pointer":"/geometry"},\
                {"code":"w","message":"odd"}],\
                "origins":{"/id":"request"}}""");
    }

    @Test
    void warningsAndOriginsAreCopiedInTheirOrder() {
        List<Warning> warnings = new ArrayList<>(List.of(new Warning("b", "2"), new Warning("a", "1")));
        Map<String, String> origins = new LinkedHashMap<>();
        origins.put("/z", "request");
        origins.put("/a", "options");
        GenerationResult result = new GenerationResult(ITEM, warnings, origins);
        warnings.clear();
        origins.clear();

        assertThat(result.warnings()).extracting(Warning::code).containsExactly("b", "a");
        assertThat(result.warnings()).isUnmodifiable();
        assertThat(result.origins()).containsExactly(Map.entry("/z", "request"), Map.entry("/a", "options"));
        assertThat(result.origins()).isUnmodifiable();
    }
}
