package io.stacgenerator.internal.pipeline.raster;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.Warning;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class OpenRasterTest {

    private static final BandStatistics KNOWN = BandStatistics.builder()
            .minimum(1.0)
            .maximum(2.0)
            .mean(1.5)
            .stddev(0.5)
            .count(4L)
            .validPercent(100.0)
            .build();
    private static final BandStatistics TAGGED =
            BandStatistics.builder().minimum(3.0).build();
    private static final BandStatistics UNKNOWN = BandStatistics.builder().build();

    private final InMemoryStorageResolver storage = new InMemoryStorageResolver();
    private final FakeContext context = FakeContext.of(storage)
            .with(GenerationOptions.builder().statistics(StatisticsMode.EXACT).build());

    @Test
    void pixelsAreReadByTheNextReaderThatCan() throws IOException {
        assertThat(statistics(Reader.of(1, null), Reader.of(2, UNKNOWN), Reader.of(1, KNOWN)))
                .containsExactly(KNOWN);
        assertThat(context.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSUPPORTED_RASTER", "LIMIT_EXCEEDED"})
    void pixelsThatNoReaderReadsAreWarnedOf(ErrorCode code) throws IOException {
        assertThat(statistics(Reader.of(1, null), Reader.failing(code))).isEmpty();
        assertThat(context.warnings()).extracting(Warning::code).containsExactly("statistics-unavailable");
    }

    @Test
    void brokenPixelsCostTheStatistics() throws IOException {
        assertThat(statistics(Reader.of(1, null), Reader.failing(ErrorCode.INVALID_RASTER)))
                .isEmpty();
        assertThat(context.warnings())
                .containsExactly(new Warning(
                        "statistics-unavailable",
                        "the pixels of memory:a.nc cannot be decoded: INVALID_RASTER;"
                                + " it has no statistics but those of its tags"));
    }

    @ParameterizedTest
    @CsvSource({
        "TAGS, NO, true",
        "TAGS, YES, true",
        "TAGS, , true",
        "APPROXIMATE, NO, true",
        "APPROXIMATE, YES, false",
        "APPROXIMATE, , false",
        "EXACT, NO, false",
        "EXACT, YES, false"
    })
    void tagsAreTakenAsTheyAreOrWhereTheyAreMarkedAsExact(
            StatisticsMode mode, @Nullable String approximate, boolean tagged) throws IOException {
        assertThat(statistics(mode, Reader.tagged(approximate, KNOWN))).containsExactly(tagged ? TAGGED : KNOWN);
    }

    @ParameterizedTest
    @CsvSource({"APPROXIMATE, YES, true", "EXACT, NO, true", "EXACT, , true", "EXACT, YES, false"})
    void tagsRemainWherePixelsCannotBeReadUnlessTheyWouldCountAsExact(
            StatisticsMode mode, @Nullable String approximate, boolean remain) throws IOException {
        assertThat(statistics(mode, Reader.tagged(approximate, null))).isEqualTo(remain ? List.of(TAGGED) : List.of());
    }

    @Test
    void fileThatAllReadersDeclineIsNotARaster() throws IOException {
        assertThat(open(Reader.failing(ErrorCode.UNSUPPORTED_RASTER), Reader.failing(ErrorCode.UNSUPPORTED_RASTER)))
                .isEmpty();
        assertThat(context.warnings())
                .containsExactly(new Warning(
                        "raster-unsupported", "memory:a.nc is an asset without raster facts: UNSUPPORTED_RASTER"));
    }

    @Test
    void fileThatNoReaderRecognizesIsNotARaster() throws IOException {
        assertThat(open()).isEmpty();
        assertThat(context.warnings()).isEmpty();
    }

    private List<BandStatistics> statistics(RasterReader... readers) throws IOException {
        return statistics(context, readers);
    }

    private List<BandStatistics> statistics(StatisticsMode mode, RasterReader... readers) throws IOException {
        return statistics(
                context.with(GenerationOptions.builder().statistics(mode).build()), readers);
    }

    private List<BandStatistics> statistics(FakeContext asked, RasterReader... readers) throws IOException {
        try (Raster raster = open(asked, readers).orElseThrow()) {
            return new PixelFacts(raster, "memory:a.nc", asked).statistics();
        }
    }

    private Optional<Raster> open(RasterReader... readers) throws IOException {
        return open(context, readers);
    }

    private Optional<Raster> open(FakeContext context, RasterReader... readers) throws IOException {
        StorageObject object = context.open(storage.put("a.nc", new byte[1]));
        return new RasterOpener(List.of(readers)).open(object, context);
    }

    /** Opens rasters of some bands without or with statistics, or fails. */
    private record Reader(
            int bands,
            RasterBand band,
            @Nullable BandStatistics statistics,
            @Nullable ErrorCode failure) implements RasterReader {

        static Reader of(int bands, @Nullable BandStatistics statistics) {
            return new Reader(bands, RasterBand.of(DataType.UINT8), statistics, null);
        }

        static Reader tagged(@Nullable String approximate, @Nullable BandStatistics statistics) {
            RasterBand band = RasterBand.builder(DataType.UINT8)
                    .statistics(TAGGED)
                    .metadata(approximate == null ? Map.of() : Map.of("STATISTICS_APPROXIMATE", approximate))
                    .build();
            return new Reader(1, band, statistics, null);
        }

        static Reader failing(ErrorCode code) {
            return new Reader(0, RasterBand.of(DataType.UINT8), null, code);
        }

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public boolean recognizes(ByteBuffer head, StorageObject object) {
            return true;
        }

        @Override
        public Raster open(StorageObject object, GenerationContext context) {
            if (failure != null) {
                throw new StacGeneratorException(failure, failure.name());
            }
            RasterInfo info = RasterInfo.builder("fake", "image/x-fake", new RasterSize(2, 2))
                    .bands(Collections.nCopies(bands, band))
                    .build();
            return new Raster() {
                @Override
                public RasterInfo info() {
                    return info;
                }

                @Override
                public Optional<List<BandStatistics>> statistics(StatisticsMode mode) {
                    return Optional.ofNullable(statistics).map(each -> Collections.nCopies(bands, each));
                }
            };
        }
    }
}
