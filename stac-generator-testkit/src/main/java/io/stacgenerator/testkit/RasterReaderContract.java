package io.stacgenerator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contract of {@link RasterReader}: extend it, supply the reader and a file of its format.
 *
 * @since 0.1.0
 */
public abstract class RasterReaderContract {

    private static final int BROKEN_FILES = 200;

    /**
     * Returns the reader, the same one throughout a test.
     *
     * @return the reader under test
     */
    protected abstract RasterReader reader();

    /**
     * Returns a file of the format.
     *
     * @return its bytes
     */
    protected abstract byte[] example();

    @Test
    void hasAnId() {
        assertThat(reader().id()).matches("[a-z0-9-]+");
    }

    @Test
    void recognisesItsFilesByTheirHead() throws IOException {
        ByteBuffer head = head(example());
        try (StorageObject object = object(example())) {
            assertThat(reader().recognises(head.duplicate(), object)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "text of some other kind\n", "\u0089NOT A RASTER\r\n", "<xml/>"})
    void declinesOtherFiles(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try (StorageObject object = object(bytes)) {
            assertThat(reader().recognises(head(bytes), object)).isFalse();
        }
    }

    @Test
    void describesTheRaster() throws IOException {
        try (StorageObject object = object(example());
                Raster raster = reader().open(object, FakeContext.of())) {
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
                Raster raster = reader().open(object, FakeContext.of())) {
            Optional<List<BandStatistics>> statistics = raster.statistics(mode);
            statistics.ifPresent(bands ->
                    assertThat(bands).hasSameSizeAs(raster.info().bands()).allMatch(RasterReaderContract::isOrdered));
        }
    }

    private static boolean isOrdered(BandStatistics band) {
        return band.minimum() == null || band.maximum() == null || band.minimum() <= band.maximum();
    }

    @Test
    void leavesTheFileOpenForItsCaller() throws IOException {
        try (StorageObject object = object(example())) {
            reader().open(object, FakeContext.of()).close();
            assertThat(object.read(0, 1).remaining()).isEqualTo(1);
        }
    }

    @Test
    void readsWithinTheFile() throws IOException {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        byte[] bytes = example();
        FakeContext context = FakeContext.of(storage);
        try (StorageObject object = context.open(storage.put("raster", bytes))) {
            reader().open(object, context).close();
        }
        assertThat(storage.reads()).allMatch(range -> range.offset() <= bytes.length);
    }

    @Test
    void reportsFilesThatEndTooSoon() {
        byte[] whole = example();
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / BROKEN_FILES)) {
            byte[] broken = Arrays.copyOf(whole, length);
            opensOrReports(() -> openAndMeasure(broken), "the first %d bytes".formatted(length));
        }
    }

    @Test
    void reportsFilesThatAreBroken() {
        Random random = new Random(1);
        for (int i = 0; i < BROKEN_FILES; i++) {
            byte[] broken = example().clone();
            for (int change = 0; change < 4; change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            opensOrReports(() -> openAndMeasure(broken), "broken file %d".formatted(i));
        }
    }

    private static void opensOrReports(ThrowingCallable call, String file) {
        assertThatCode(call)
                .as(file)
                .satisfiesAnyOf(
                        error -> assertThat(error).isNull(),
                        error -> assertThat(error)
                                .isInstanceOfSatisfying(
                                        StacGeneratorException.class,
                                        e -> assertThat(e.code())
                                                .isIn(ErrorCode.INVALID_RASTER, ErrorCode.UNSUPPORTED_RASTER)));
    }

    private void openAndMeasure(byte[] bytes) throws IOException {
        try (StorageObject object = object(bytes)) {
            if (reader().recognises(head(bytes), object)) {
                try (Raster raster = reader().open(object, FakeContext.of())) {
                    raster.statistics(StatisticsMode.EXACT);
                }
            }
        }
    }

    private static ByteBuffer head(byte[] bytes) {
        return ByteBuffer.wrap(Arrays.copyOf(bytes, Math.min(bytes.length, RasterReader.HEAD_LENGTH)))
                .asReadOnlyBuffer();
    }

    private static StorageObject object(byte[] bytes) throws IOException {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        return FakeContext.of(storage).open(storage.put("raster", bytes));
    }
}
