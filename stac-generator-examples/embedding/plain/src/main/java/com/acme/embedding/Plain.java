package com.acme.embedding;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;

/** Prints the Item of a request, the JSON object that is the only argument. */
public final class Plain {

    private Plain() {}

    public static void main(String[] args) {
        try (StacGenerator generator = StacGenerator.create()) {
            GenerationResult result = generator.generate(GenerationRequest.fromJson(args[0]));
            result.warnings().forEach(warning -> System.err.println(warning.message()));
            System.out.println(result.item().toJson());
        }
    }
}
