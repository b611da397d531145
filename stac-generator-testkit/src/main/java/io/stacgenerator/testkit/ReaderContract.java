package io.stacgenerator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.Service;
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
 * What readers of files have in common: they recognize files of their format, and report those that are broken.
 *
 * @param <R> the kind of reader
 */
abstract class ReaderContract<R extends Service> {

    /**
     * Returns the reader, the same one throughout a test.
     *
     * @return the reader under test
     */
    protected abstract R reader();

    /**
     * Returns a file of the format.
     *
     * @return its bytes; those of a dataset say where it is
     */
    protected abstract byte[] example();

    /**
     * Returns the context that the reader gets.
     *
     * @return by default a context that opens no other files; one {@linkplain FakeContext#with(RasterReader...) with
     *     readers} for a reader that hands files on to others
     */
    protected GenerationContext context() {
        return FakeContext.of();
    }

    /** Returns how many files are broken for a test. */
    abstract int brokenFiles();

    abstract boolean recognizes(ByteBuffer head, StorageObject object) throws IOException;

    abstract void read(StorageObject object) throws IOException;

    /** Reads what a broken file may fail with. */
    abstract void readWhole(StorageObject object) throws IOException;

    @Test
    void hasAnId() {
        assertThat(reader().id()).matches("[a-z0-9-]+");
    }

    @Test
    void recognizesItsFilesByTheirHead() throws IOException {
        assertThat(recognizes(example())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "text of some other kind\n", "\u0089NOT OF THE FORMAT\r\n", "<xml/>"})
    void declinesOtherFiles(String text) throws IOException {
        assertThat(recognizes(text.getBytes(StandardCharsets.ISO_8859_1))).isFalse();
    }

    @Test
    void leavesTheFileOpenForItsCaller() throws IOException {
        try (StorageObject object = object(example())) {
            read(object);
            assertThat(object.read(0, 1).remaining()).isEqualTo(1);
        }
    }

    @Test
    void reportsFilesThatEndTooSoon() throws IOException {
        byte[] whole = example();
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / brokenFiles())) {
            readsOrReports(Arrays.copyOf(whole, length), "the first %d bytes".formatted(length));
        }
    }

    @Test
    void reportsFilesThatAreBroken() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < brokenFiles(); i++) {
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
        assertThatCode(() -> readWhole(bytes))
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
        ByteBuffer head = ByteBuffer.wrap(Arrays.copyOf(bytes, Math.min(bytes.length, RasterReader.HEAD_LENGTH)));
        try (StorageObject object = object(bytes)) {
            return recognizes(head.asReadOnlyBuffer(), object);
        }
    }

    private void readWhole(byte[] bytes) throws IOException {
        try (StorageObject object = object(bytes)) {
            readWhole(object);
        }
    }

    static StorageObject object(byte[] bytes) throws IOException {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        return FakeContext.of(storage).open(storage.put("example", bytes));
    }
}
