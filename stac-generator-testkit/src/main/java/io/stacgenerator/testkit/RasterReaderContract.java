package io.stacgenerator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StacVersion;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Contract of {@link RasterReader}: extend it, supply the reader and a file of its format.
 *
 * @since 0.1.0
 */
public abstract class RasterReaderContract extends ReaderContract<RasterReader> {

    private static final int MOST_SIDE = 500;
    private static final int MOST_COMPARED = 1 << 22;

    /** Creates the contract. */
    protected RasterReaderContract() {}

    @Test
    void describesTheRaster() throws IOException {
        try (StorageObject object = object(example());
                Raster raster = reader().open(object, context())) {
            RasterInfo info = raster.info();
            assertThat(info.format()).isNotBlank();
            assertThat(info.mediaType()).matches("[a-z]+/[^\\s;]+(; .+)?");
            assertThat(info.bands()).isNotEmpty();
            assertThat(raster.info()).isSameAs(info);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROXIMATE", "EXACT"})
    void measuresEachBandOrNone(StatisticsMode mode) throws IOException {
        try (StorageObject object = object(example());
                Raster raster = reader().open(object, context())) {
            Optional<List<BandStatistics>> statistics = raster.statistics(mode);
            statistics.ifPresent(bands ->
                    assertThat(bands).hasSameSizeAs(raster.info().bands()).allMatch(RasterReaderContract::isOrdered));
        }
    }

    @Test
    void readsWindowsThatAreNoMoreThanTheirPartOfTheRaster() throws IOException {
        try (StorageObject object = object(example());
                Raster raster = reader().open(object, context())) {
            RasterSize size = raster.info().size();
            PixelWindow corner = corner(size);
            int last = raster.info().bands().size() - 1;
            readable(raster, corner, last, 0).ifPresent(read -> {
                assertThat(read).hasSize(2).allMatch(band -> band.window().equals(corner));
                assertThat(cells(read.get(1), corner))
                        .as("the window of both bands, and of one")
                        .isEqualTo(
                                cells(readable(raster, corner, 0).orElseThrow().get(0), corner));
                PixelWindow pixel =
                        new PixelWindow(corner.left() + corner.width() - 1, corner.top() + corner.height() - 1, 1, 1);
                BandValues one = readable(raster, pixel, last).orElseThrow().get(0);
                assertThat(one.value(0, 0)).isEqualTo(read.get(0).value(corner.width() - 1, corner.height() - 1));
                assertThat(one.hasData(0, 0)).isEqualTo(read.get(0).hasData(corner.width() - 1, corner.height() - 1));
            });
        }
    }

    @Test
    void readsTheValuesThatItMeasures() throws IOException {
        try (StorageObject object = object(example());
                Raster raster = reader().open(object, context())) {
            PixelWindow all = PixelWindow.of(raster.info().size());
            Optional<List<BandStatistics>> measured = raster.statistics(StatisticsMode.EXACT);
            if (measured.isPresent() && all.pixels() <= MOST_COMPARED) {
                readable(raster, all, 0).ifPresent(read -> {
                    BandStatistics band = measured.get().get(0);
                    if (band.minimum().isPresent() && band.maximum().isPresent()) {
                        DoubleSummaryStatistics values = read.get(0).data().summaryStatistics();
                        assertThat(band.minimum()).contains(values.getMin());
                        assertThat(band.maximum()).contains(values.getMax());
                    }
                });
            }
        }
    }

    @Test
    void previewHasTheSizeThatIsAskedFor() throws IOException {
        try (StorageObject object = object(example());
                Raster raster = reader().open(object, context())) {
            RasterSize size = raster.info().size();
            RasterSize half = new RasterSize((size.width() + 1) / 2, (size.height() + 1) / 2);
            for (RasterSize wanted : List.of(size, half, new RasterSize(1, 1))) {
                assertThat(raster.preview(wanted, 0).stream().flatMap(List::stream))
                        .allSatisfy(band -> assertThat(band.window()).isEqualTo(PixelWindow.of(wanted)));
            }
        }
    }

    @Test
    void refusesWhatIsNotInTheRaster() throws IOException {
        try (StorageObject object = object(example());
                Raster raster = reader().open(object, context())) {
            RasterSize size = raster.info().size();
            PixelWindow all = PixelWindow.of(size);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> raster.readWindow(new PixelWindow(size.width(), 0, 1, 1), 0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> raster.readWindow(new PixelWindow(0, 0, 1, size.height() + 1), 0));
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> raster.readWindow(all, raster.info().bands().size()));
            assertThatIllegalArgumentException().isThrownBy(() -> raster.readWindow(all));
        }
    }

    @Test
    void isAskedByAGeneratorForTheRastersOfExtensions() {
        Window seen = new Window();
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        try (StacGenerator generator = StacGenerator.builder()
                .install(storage)
                .install(reader())
                .install(seen)
                .build()) {
            generator.generate(GenerationRequest.builder()
                    .assetPaths(storage.put("raster", example()))
                    .option("datetime", "2024-01-01T00:00:00Z")
                    .build());
        }
        assertThat(seen.opened).isTrue();
    }

    /** An extension that reads a window of each asset. */
    private static final class Window implements StacExtension {

        private boolean opened;

        @Override
        public String id() {
            return "window";
        }

        @Override
        public String schemaUri(StacVersion version) {
            return "https://example.com/window/v1.0.0/schema.json";
        }

        @Override
        public void read(AssetDraft asset, StorageObject object, GenerationContext context) throws IOException {
            try (Raster raster = context.openRaster(object).orElseThrow()) {
                opened = true;
                raster.readWindow(corner(raster.info().size()), 0);
            }
        }

        @Override
        public void apply(ItemDraft item, GenerationContext context) {}
    }

    /** A window at the lower right that is not at the edge of blocks. */
    private static PixelWindow corner(RasterSize size) {
        int left = size.width() / 3;
        int top = size.height() / 3;
        return new PixelWindow(
                left, top, Math.min(MOST_SIDE, size.width() - left), Math.min(MOST_SIDE, size.height() - top));
    }

    private static Optional<List<BandValues>> readable(Raster raster, PixelWindow window, int... bands) {
        try {
            return Optional.of(raster.readWindow(window, bands));
        } catch (StacGeneratorException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_RASTER);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Double> cells(BandValues values, PixelWindow window) {
        return IntStream.range(0, (int) window.pixels())
                .mapToObj(i -> values.value(i % window.width(), i / window.width()))
                .toList();
    }

    private static boolean isOrdered(BandStatistics band) {
        return band.minimum().isEmpty()
                || band.maximum().isEmpty()
                || band.minimum().get() <= band.maximum().get();
    }

    @Test
    void readsWithinTheFile() throws IOException {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        byte[] bytes = example();
        FakeContext context = FakeContext.of(storage);
        try (StorageObject object = context.open(storage.put("raster", bytes))) {
            reader().open(object, context()).close();
        }
        assertThat(storage.reads()).allMatch(range -> range.offset() <= bytes.length);
    }

    /** Fewer than for other readers, as each is measured. */
    @Override
    final int brokenFiles() {
        return 200;
    }

    @Override
    final boolean recognizes(ByteBuffer head, StorageObject object) throws IOException {
        return reader().recognizes(head, object);
    }

    @Override
    final void read(StorageObject object) throws IOException {
        reader().open(object, context()).close();
    }

    @Override
    final void readWhole(StorageObject object) throws IOException {
        try (Raster raster = reader().open(object, context())) {
            raster.statistics(StatisticsMode.EXACT);
            raster.readWindow(corner(raster.info().size()), 0);
        }
    }
}
