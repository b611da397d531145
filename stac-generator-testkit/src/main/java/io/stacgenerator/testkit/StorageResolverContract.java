package io.stacgenerator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contract of {@link StorageResolver}: extend it, supply the resolver and a way to put objects into its storage.
 *
 * @since 0.1.0
 */
public abstract class StorageResolverContract {

    private static final int SIZE = 300_000;
    private static final byte[] CONTENT = bytes(SIZE);

    private final PolicyContext open = new PolicyContext(StoragePolicy.open());

    /**
     * Returns the resolver, the same one throughout a test.
     *
     * @return the resolver under test
     */
    protected abstract StorageResolver resolver();

    /**
     * Stores an object, or replaces it by another version.
     *
     * @param name the name, which may have folders, blanks and letters beyond ASCII
     * @param content the bytes
     * @return an href that opens it, with a credential in it where the storage knows such hrefs
     * @throws IOException when storing fails
     */
    protected abstract String put(String name, byte[] content) throws IOException;

    /**
     * Returns an href of an object that does not exist.
     *
     * @return a supported href
     */
    protected abstract String missing();

    /**
     * Returns what must not be published of the hrefs that {@link #put} returns.
     *
     * @return the credential, or an empty text when the hrefs hold none
     */
    protected String secret() {
        return "";
    }

    /**
     * Returns whether a read fails with {@code ASSET_CHANGED} once another version has been put.
     *
     * @return true unless overridden; false when the version that was opened can be read on
     */
    protected boolean detectsReplacement() {
        return true;
    }

    /**
     * Returns what may be read in these tests.
     *
     * @return the open policy unless overridden
     */
    protected StorageContext context() {
        return open;
    }

    @AfterEach
    final void closeContext() {
        open.close();
    }

    @Test
    void hasAnId() {
        assertThat(resolver().id()).matches("[a-z0-9-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-scheme://bucket/a.tif", "no-such-scheme:a.tif"})
    void declinesSchemesOfOthers(String href) {
        assertThat(resolver().supports(href)).isFalse();
    }

    @Test
    void supportsItsHrefs() throws IOException {
        assertThat(resolver().supports(put("a.tif", CONTENT))).isTrue();
        assertThat(resolver().supports(missing())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0, 1",
        "0, 16384",
        "1000, 40000",
        "32760, 16",
        "32768, 1",
        "100000, 150000",
        "299999, 1",
        "0, 300000"
    })
    void readsARange(long offset, int length) throws IOException {
        try (StorageObject object = open("a.tif")) {
            assertThat(object.read(offset, length)).isEqualTo(expected(offset, length));
        }
    }

    @ParameterizedTest
    @CsvSource({"299999, 10", "300000, 10", "299000, 2147483647", "9000000000000, 1"})
    void endsWhereTheObjectEnds(long offset, int length) throws IOException {
        try (StorageObject object = open("a.tif")) {
            int start = (int) Math.min(offset, SIZE);
            assertThat(object.read(offset, length)).isEqualTo(expected(start, SIZE - start));
        }
    }

    @Test
    void refusesNegativeOffsets() throws IOException {
        try (StorageObject object = open("a.tif")) {
            assertThatThrownBy(() -> object.read(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void givesBigEndianBuffersOfTheirOwn() throws IOException {
        try (StorageObject object = open("a.tif")) {
            ByteBuffer first = object.read(0, 16);
            first.order(ByteOrder.LITTLE_ENDIAN).getLong();
            ByteBuffer second = object.read(0, 16);
            assertThat(second.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
            assertThat(second.position()).isZero();
        }
    }

    @Test
    void readsSeveralRangesInTheOrderAsked() throws IOException {
        List<ByteRange> ranges = List.of(
                new ByteRange(200_000, 500),
                new ByteRange(0, 10),
                new ByteRange(100_000, 0),
                new ByteRange(200_100, 1000),
                new ByteRange(70_000, 2000),
                new ByteRange(299_990, 100));
        try (StorageObject object = open("a.tif")) {
            assertThat(object.read(ranges))
                    .containsExactlyElementsOf(ranges.stream()
                            .map(range -> expected(range.offset(), range.length()))
                            .toList());
        }
    }

    @Test
    void isReadBySeveralThreads() throws IOException {
        try (StorageObject object = open("a.tif")) {
            assertThat(IntStream.range(0, 64).parallel().allMatch(i -> reads(object, i * 4000L, 5000)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 32_767, 32_768, 32_769, SIZE})
    void tellsTheSize(int size) throws IOException {
        try (StorageObject object = resolver().open(put("sized.bin", bytes(size)), context())) {
            assertThat(object.size()).isEqualTo(size);
            assertThat(object.read(0, size + 10).remaining()).isEqualTo(size);
        }
    }

    @Test
    void tellsAPlausibleTimeOfModification() throws IOException {
        try (StorageObject object = open("a.tif")) {
            Instant lastModified = object.lastModified().orElse(null);
            if (lastModified != null) {
                assertThat(lastModified).isBetween(Instant.EPOCH, Instant.now().plusSeconds(86_400));
            }
        }
    }

    @Test
    void tellsAnEntityTagWithoutQuotes() throws IOException {
        try (StorageObject object = open("a.tif")) {
            assertThat(String.valueOf(object.etag().orElse(null)))
                    .doesNotContain("\"")
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tif", "folder/b.tif", "with blank.tif", "Übersicht/ñandú 雪.tif", "per%20cent+plus.tif"})
    void publishesAnHrefThatIsAUriAndHoldsNoCredential(String name) throws IOException {
        String href = put(name, CONTENT);
        try (StorageObject object = resolver().open(href, context())) {
            assertThat(object.href())
                    .isEqualTo(resolver().publicHref(href))
                    .matches("[a-z][a-z0-9+.-]*:[\\x21-\\x7e]+")
                    .doesNotContain(secretOr("\n"));
            assertThat(object.read(0, SIZE)).isEqualTo(expected(0, SIZE));
        }
    }

    @Test
    void publishesTheSameHrefForAPublishedOne() throws IOException {
        String published = resolver().publicHref(put("with blank.tif", CONTENT));
        assertThat(resolver().publicHref(published)).isEqualTo(published);
    }

    @Test
    void reportsWhatIsMissing() {
        failsToOpen(missing())
                .hasMessageNotContaining(secretOr("\n"))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.NOT_FOUND, StacGeneratorException::code);
    }

    @Test
    void asksThePolicy() throws IOException {
        String href = put("a.tif", CONTENT);
        try (PolicyContext closed = new PolicyContext(StoragePolicy.builder().build())) {
            assertThatThrownBy(() -> resolver().open(href, closed))
                    .hasMessageNotContaining(secretOr("\n"))
                    .asInstanceOf(type(StacGeneratorException.class))
                    .returns(ErrorCode.ACCESS_REFUSED, StacGeneratorException::code);
        }
    }

    @Test
    void readsOneVersionOnly() throws IOException {
        String href = put("changing.tif", CONTENT);
        try (StorageObject object = resolver().open(href, context())) {
            object.read(0, 100);
            put("changing.tif", bytes(SIZE - 1));
            assumeTrue(detectsReplacement(), "this storage does not detect that an object was replaced");
            assertThatThrownBy(() -> object.read(200_000, 100))
                    .asInstanceOf(type(StacGeneratorException.class))
                    .returns(ErrorCode.ASSET_CHANGED, StacGeneratorException::code);
        }
    }

    private StorageObject open(String name) throws IOException {
        return resolver().open(put(name, CONTENT), context());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> failsToOpen(String href) {
        return assertThatThrownBy(() -> resolver().open(href, context()));
    }

    private String secretOr(String none) {
        return secret().isEmpty() ? none : secret();
    }

    private static boolean reads(StorageObject object, long offset, int length) {
        try {
            return object.read(offset, length).equals(expected(offset, length));
        } catch (IOException e) {
            return false;
        }
    }

    private static ByteBuffer expected(long offset, int length) {
        return ByteBuffer.wrap(CONTENT, (int) offset, (int) Math.min(length, SIZE - offset));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
