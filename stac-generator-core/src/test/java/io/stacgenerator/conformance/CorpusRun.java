package io.stacgenerator.conformance;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.model.StacAsset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** A program that makes an Item of each file of a corpus and prints what became of it, a line each. */
final class CorpusRun {

    /** What becomes of a file: an error, an asset without raster facts, one with them, or with statistics too. */
    enum Outcome {
        FAILED,
        ASSET,
        RASTER,
        STATISTICS
    }

    private static final GenerationOptions OPTIONS = GenerationOptions.builder()
            .statistics(StatisticsMode.EXACT)
            .datetime(Instant.parse("2020-01-01T00:00:00Z"))
            .build();

    private CorpusRun() {}

    @SuppressWarnings("SystemOut") // the result of a program
    public static void main(String[] arguments) throws IOException {
        Corpus corpus = Corpus.of(Path.of(arguments[0]));
        try (StacGenerator generator = StacGenerator.builder().options(OPTIONS).build()) {
            for (String name : corpus.names()) {
                System.out.println(outcome(generator, corpus.file(name)) + "\t" + name);
            }
        }
    }

    private static Outcome outcome(StacGenerator generator, Path file) {
        try {
            GenerationRequest request =
                    GenerationRequest.builder().assetPaths(file.toString()).build();
            return outcome(generator
                    .generate(request)
                    .item()
                    .assets()
                    .values()
                    .iterator()
                    .next());
        } catch (StacGeneratorException e) {
            return Outcome.FAILED;
        }
    }

    private static Outcome outcome(StacAsset asset) {
        if (says(asset, "statistics")) {
            return Outcome.STATISTICS;
        }
        return says(asset, "data_type") ? Outcome.RASTER : Outcome.ASSET;
    }

    private static boolean says(StacAsset asset, String member) {
        Stream<Map<String, Object>> places = Stream.concat(Stream.of(asset.toMap()), asset.bands().stream());
        return places.anyMatch(place -> place.containsKey(member));
    }
}
