package io.stacgenerator.examples;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import java.util.Arrays;

/** Turns one raster and its metadata into an Item and prints it. */
public final class QuickStart {

    private QuickStart() {}

    /**
     * Prints the Item of a raster.
     *
     * @param args the path or href of the raster, then those of its metadata files
     */
    public static void main(String... args) {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(args[0])
                .metadataPaths(Arrays.asList(args).subList(1, args.length))
                .build();
        try (StacGenerator generator = StacGenerator.create()) {
            GenerationResult result = generator.generate(request);
            System.out.println(result.item().toPrettyJson());
            result.warnings().forEach(warning -> System.err.println(warning.message()));
        }
    }
}
