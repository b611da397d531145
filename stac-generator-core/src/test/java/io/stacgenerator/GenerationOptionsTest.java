package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerationOptionsTest {

    @Test
    void defaultsReadNoPixelAndInventNoDate() {
        GenerationOptions options = GenerationOptions.ofDefaults();

        assertThat(options.statistics()).isEqualTo(StatisticsMode.TAGS);
        assertThat(options.footprint()).isEqualTo(FootprintMode.BOUNDS);
        assertThat(options.datetime()).isEmpty();
        assertThat(options.datetimeFallback()).isEqualTo(DatetimeFallback.NONE);
        assertThat(options.stacVersion()).isEqualTo(StacVersion.V1_1_0);
        assertThat(options.remoteSideFiles()).isFalse();
        assertThat(options.strict()).isFalse();
    }

    @Test
    void builderSetsEveryOption() {
        Instant datetime = Instant.parse("2024-05-06T07:08:09Z");
        GenerationOptions options = GenerationOptions.builder()
                .statistics(StatisticsMode.EXACT)
                .footprint(FootprintMode.DATA)
                .datetime(datetime)
                .datetimeFallback(DatetimeFallback.LAST_MODIFIED)
                .stacVersion(StacVersion.V1_0_0)
                .remoteSideFiles(true)
                .strict(true)
                .build();

        assertThat(options.statistics()).isEqualTo(StatisticsMode.EXACT);
        assertThat(options.footprint()).isEqualTo(FootprintMode.DATA);
        assertThat(options.datetime().orElse(null)).isEqualTo(datetime);
        assertThat(options.datetimeFallback()).isEqualTo(DatetimeFallback.LAST_MODIFIED);
        assertThat(options.stacVersion()).isEqualTo(StacVersion.V1_0_0);
        assertThat(options.remoteSideFiles()).isTrue();
        assertThat(options.strict()).isTrue();
    }

    @Test
    void toBuilderHoldsEveryOption(@TempDir Path folder) {
        GenerationOptions options = GenerationOptions.builder()
                .statistics(StatisticsMode.EXACT)
                .footprint(FootprintMode.DATA)
                .footprintDeviation(30.0)
                .footprintPositions(100)
                .datetimeRange(Instant.EPOCH, Instant.MAX)
                .datetimeFallback(DatetimeFallback.LAST_MODIFIED)
                .datetimePattern(Pattern.compile("(?<year>\\d{4})"))
                .stacVersion(StacVersion.V1_0_0)
                .remoteSideFiles(true)
                .sourceFolders(folder)
                .checksum(true)
                .strict(true)
                .property("license", "other")
                .parameters("view", Map.of("a", 1))
                .timeout(Duration.ofSeconds(1))
                .header("example.com", "X-Test", "1")
                .build();

        assertThat(options.toBuilder().build()).usingRecursiveComparison().isEqualTo(options);
        assertThat(GenerationOptions.builder().build())
                .usingRecursiveComparison()
                .isNotEqualTo(options);
    }

    @Test
    void nullIsRefusedByName() {
        GenerationOptions.Builder builder = GenerationOptions.builder();

        assertThatNullPointerException()
                .isThrownBy(() -> builder.statistics(null))
                .withMessage("statistics");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.footprint(null))
                .withMessage("footprint");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.stacVersion(null))
                .withMessage("stacVersion");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.datetimeFallback(null))
                .withMessage("datetimeFallback");
    }
}
