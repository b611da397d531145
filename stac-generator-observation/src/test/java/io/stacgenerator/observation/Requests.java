package io.stacgenerator.observation;

import io.stacgenerator.GenerationListener;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests to observe: of a file of five bytes that is not a raster. */
final class Requests {

    private static final Map<String, Object> METADATA = Map.of(
            "geometry",
            Map.of("type", "Point", "coordinates", List.of(7.5, 46.9)),
            "bbox",
            List.of(7.5, 46.9, 7.5, 46.9),
            "properties",
            Map.of("datetime", "2024-05-01T00:00:00Z"));

    static final String ASSET = "https://data.example.com/notes.tif";
    static final String MISSING = "file:///missing/scene.tif";

    private Requests() {}

    /** One whose Item has a warning, as its asset is not a raster. */
    static GenerationRequest good() {
        return GenerationRequest.builder()
                .itemId("observed")
                .assetPaths(ASSET)
                .supply(ASSET, new byte[] {1, 2, 3, 4, 5})
                .metadata(METADATA)
                .build();
    }

    /** One whose second asset is not there. */
    static GenerationRequest bad() {
        return good().toBuilder().assetPaths(ASSET, MISSING).build();
    }

    static Optional<StacGeneratorException> run(GenerationRequest request, GenerationListener listener) {
        try (StacGenerator generator = StacGenerator.create()) {
            generator.generate(
                    request, GenerationOptions.builder().listener(listener).build());
            return Optional.empty();
        } catch (StacGeneratorException e) {
            return Optional.of(e);
        }
    }
}
