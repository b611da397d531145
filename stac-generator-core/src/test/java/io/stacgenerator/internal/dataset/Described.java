package io.stacgenerator.internal.dataset;

import io.stacgenerator.DatetimeFallback;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.Warning;
import io.stacgenerator.model.StacAsset;
import io.stacgenerator.model.StacItem;
import java.time.Instant;
import java.util.List;

/**
 * What a generator makes of one file.
 *
 * @param result the result
 */
record Described(GenerationResult result) {

    static Described of(String name, byte[] file) {
        GenerationOptions options = GenerationOptions.builder()
                .datetime(Instant.EPOCH)
                .datetimeFallback(DatetimeFallback.NONE)
                .build();
        try (StacGenerator generator = StacGenerator.builder().options(options).build()) {
            return new Described(generator.generate(GenerationRequest.builder()
                    .assetPaths("/data/" + name)
                    .supply("/data/" + name, file)
                    .build()));
        }
    }

    StacItem item() {
        return result.item();
    }

    StacAsset asset() {
        return item().assets().get("data");
    }

    List<String> warnings() {
        return result.warnings().stream().map(Warning::code).toList();
    }

    List<Object> bbox() {
        return item().bbox().orElseThrow().toList();
    }
}
