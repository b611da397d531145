package io.stacgenerator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.DatasetReader;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contract of {@link DatasetReader}: extend it, supply the reader and a file of its format.
 *
 * @since 0.1.0
 */
public abstract class DatasetReaderContract {

    private static final int BROKEN_FILES = 2000;

    /**
     * Returns the reader, the same one throughout a test.
     *
     * @return the reader under test
     */
    protected abstract DatasetReader reader();

    /**
     * Returns a file of the format that says where it is.
     *
     * @return its bytes
     */
    protected abstract byte[] example();

    /**
     * Returns the context that the reader gets.
     *
     * @return by default a context that opens no other files
     */
    protected GenerationContext context() {
        return FakeContext.of();
    }

    @Test
    void hasAnId() {
        assertThat(reader().id()).matches("[a-z0-9-]+");
    }

    @Test
    void recognizesItsFilesByTheirHead() throws IOException {
        assertThat(recognizes(example())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "text of some other kind\n", "\u0089NOT A DATASET\r\n", "<xml/>"})
    void declinesOtherFiles(String text) throws IOException {
        assertThat(recognizes(text.getBytes(StandardCharsets.ISO_8859_1))).isFalse();
    }

    @Test
    void describesTheFile() throws IOException {
        Dataset dataset = read(example());
        assertThat(dataset.mediaType()).matches("[a-z]+/[^\\s;]+(; .+)?");
        assertThat(dataset.isSpatial()).isTrue();
        assertThat(dataset.fields().keySet()).allMatch(name -> !name.isBlank());
    }

    @Test
    void leavesTheFileOpenForItsCaller() throws IOException {
        try (StorageObject object = object(example())) {
            reader().read(object, context());
            assertThat(object.read(0, 1).remaining()).isEqualTo(1);
        }
    }

    @Test
    void reportsFilesThatEndTooSoon() throws IOException {
        byte[] whole = example();
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / BROKEN_FILES)) {
            readsOrReports(Arrays.copyOf(whole, length), "the first %d bytes".formatted(length));
        }
    }

    @Test
    void reportsFilesThatAreBroken() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < BROKEN_FILES; i++) {
            byte[] broken = example().clone();
            for (int change = 0; change < 4; change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            readsOrReports(broken, "broken file %d".formatted(i));
        }
    }

    private void readsOrReports(byte[] bytes, String file) throws IOException {
        if (!recognizes(bytes)) {
            return;
        }
        assertThatCode(() -> read(bytes))
                .as(file)
                .satisfiesAnyOf(
                        error -> assertThat(error).isNull(),
                        error -> assertThat(error)
                                .isInstanceOfSatisfying(
                                        StacGeneratorException.class,
                                        e -> assertThat(e.code())
                                                .isIn(ErrorCode.INVALID_RASTER, ErrorCode.UNSUPPORTED_RASTER)));
    }

    private boolean recognizes(byte[] bytes) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, RasterReader.HEAD_LENGTH));
        try (StorageObject object = object(bytes)) {
            return reader().recognizes(head.asReadOnlyBuffer(), object);
        }
    }

    private Dataset read(byte[] bytes) throws IOException {
        try (StorageObject object = object(bytes)) {
            return reader().read(object, context());
        }
    }

    private static StorageObject object(byte[] bytes) throws IOException {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        return FakeContext.of(storage).open(storage.put("dataset", bytes));
    }
}
