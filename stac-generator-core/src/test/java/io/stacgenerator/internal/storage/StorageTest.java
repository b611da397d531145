package io.stacgenerator.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class StorageTest {

    private static final String SIGNED = "broken://user:hunter2@host/a.tif?sig=hunter2";

    private final InMemoryStorageResolver memory = new InMemoryStorageResolver();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void firstResolverThatSupportsAnHrefOpensIt() throws IOException {
        InMemoryStorageResolver second = new InMemoryStorageResolver();
        String href = memory.put("a", new byte[] {1});
        second.put("a", new byte[] {2});
        try (StorageObject object = new Storage(List.of(memory, second), StoragePolicy.open()).open(href)) {
            assertThat(object.read(0, 1).get()).isEqualTo((byte) 1);
            assertThat(object.href()).isEqualTo(href);
        }
        assertThat(second.opens()).isZero();
    }

    @Test
    void refusesAnHrefThatIsTooLongBeforeItIsLookedAt() {
        Storage storage = new Storage(List.of(memory), StoragePolicy.open());
        String href = "memory:/" + "/-key".repeat(4000);
        for (ThrowingCallable call : List.<ThrowingCallable>of(() -> storage.open(href), () -> storage.list(href))) {
            fails(ErrorCode.LIMIT_EXCEEDED, call)
                    .hasMessage("an href has 20008 characters, more than the limit hrefLength, 16384");
        }
    }

    @Test
    void unknownSchemeNamesWhatIsInstalledAndNotTheSecret() {
        Storage storage = new Storage(List.of(new HttpStorageResolver(), memory), StoragePolicy.open());
        fails(ErrorCode.UNSUPPORTED_HREF, () -> storage.open("s3://bucket/a.tif?X-Amz-Signature=hunter2"))
                .hasMessage("no storage reads 's3://bucket/a.tif', installed are: http, memory");
    }

    @Test
    void publishesHrefsThatNobodyReads() {
        assertThat(storage().publicHref("s3://bucket/a.tif?X-Amz-Signature=hunter2"))
                .isEqualTo("s3://bucket/a.tif");
    }

    @Test
    void closedPolicyRefusesSchemesWhateverTheResolverSays() {
        Storage storage = new Storage(
                List.of(new Broken(new IOException())), StoragePolicy.builder().build());
        fails(ErrorCode.ACCESS_REFUSED, () -> storage.open(SIGNED))
                .hasMessage("the storage policy refuses scheme 'broken', allowed are https");
    }

    @Test
    void readsWholeDocuments() {
        byte[] document = {1, 2, 3};
        assertThat(storage().readAll(memory.put("a", document))).isEqualTo(document);
        assertThat(storage().readAll(memory.put("empty", new byte[0]))).isEmpty();
    }

    @Test
    void tooLargeADocumentIsNotRead() {
        String href = memory.put("a", new byte[11]);
        Storage storage =
                new Storage(List.of(memory), policy().metadataBytes(10).build());
        fails(ErrorCode.LIMIT_EXCEEDED, () -> storage.readAll(href))
                .hasMessage("memory:a has 11 bytes, at most 10 are read");
        assertThat(memory.reads()).isEmpty();
    }

    @Test
    void policyLimitsTheBytesOfARequest() throws IOException {
        Storage storage =
                new Storage(List.of(memory), policy().requestBytes(100).build());
        String href = memory.put("a", new byte[1000]);
        try (StorageObject object = storage.open(href)) {
            object.read(0, 60);
            object.read(List.of(new ByteRange(990, 1000), new ByteRange(5000, 1000), new ByteRange(0, 30)));
            fails(ErrorCode.LIMIT_EXCEEDED, () -> object.read(0, 1))
                    .hasMessage("memory:a is not read: the request would read more than 100 bytes");
        }
    }

    @Test
    void policyLimitsTheTimeOfARequest() throws IOException {
        StoragePolicy policy = policy().requestTime(Duration.ofSeconds(30)).build();
        Storage storage = new Storage(List.of(memory), policy, () -> now);
        String href = memory.put("a", new byte[1000]);
        try (StorageObject object = storage.open(href)) {
            now = now.plusSeconds(30);
            object.read(0, 60);
            now = now.plusSeconds(1);
            fails(ErrorCode.LIMIT_EXCEEDED, () -> object.read(0, 1));
            fails(ErrorCode.LIMIT_EXCEEDED, () -> storage.open(href));
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new IOException("GET " + SIGNED + " failed"), ErrorCode.STORAGE_UNAVAILABLE),
                Arguments.of(new IOException(new IOException(SIGNED)), ErrorCode.STORAGE_UNAVAILABLE),
                Arguments.of(new IOException(), ErrorCode.STORAGE_UNAVAILABLE),
                Arguments.of(new ClosedByInterruptException(), ErrorCode.CANCELED),
                Arguments.of(new InterruptedIOException(), ErrorCode.CANCELED),
                Arguments.of(new SocketTimeoutException(), ErrorCode.STORAGE_UNAVAILABLE),
                Arguments.of(new IllegalStateException("sig=hunter2"), ErrorCode.INTERNAL),
                Arguments.of(
                        new StacGeneratorException(ErrorCode.NOT_FOUND, "no " + SIGNED, new IOException(SIGNED)),
                        ErrorCode.NOT_FOUND),
                Arguments.of(new StacGeneratorException(ErrorCode.ACCESS_DENIED, "no"), ErrorCode.ACCESS_DENIED));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasACodeAndNoSecret(Exception failure, ErrorCode code) {
        Storage storage = new Storage(List.of(new Broken(failure)), StoragePolicy.open());
        fails(code, () -> storage.open(SIGNED)).satisfies(thrown -> {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("hunter2");
        });
    }

    @Test
    void failureNamesThePublicHref() {
        Storage storage = new Storage(List.of(new Broken(new IOException("broken pipe"))), StoragePolicy.open());
        fails(ErrorCode.STORAGE_UNAVAILABLE, () -> storage.readAll(SIGNED))
                .hasMessage("broken://host/a.tif cannot be read: broken pipe");
    }

    @Test
    void storageThatCannotListSaysSoWithoutTheSecret() {
        Storage storage = new Storage(List.of(new HttpStorageResolver()), StoragePolicy.open());
        fails(ErrorCode.UNSUPPORTED_HREF, () -> storage.list("https://host/a/?sig=hunter2"))
                .hasMessage("https://host/a/ cannot be listed by storage 'http'");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatFailsInTheMiddleOfAListingHasACodeAndNoSecret(Exception failure, ErrorCode code) {
        Storage storage = new Storage(List.of(new Broken(failure)), StoragePolicy.open());
        Iterator<String> hrefs = storage.list(SIGNED).iterator();
        assertThat(hrefs.next()).isEqualTo(SIGNED);
        fails(code, hrefs::hasNext).hasMessageNotContaining("hunter2");
    }

    @Test
    void closedPolicyRefusesToList() {
        Storage storage = new Storage(
                List.of(new Broken(new IOException())), StoragePolicy.builder().build());
        fails(ErrorCode.ACCESS_REFUSED, () -> storage.list(SIGNED));
    }

    private Storage storage() {
        return new Storage(List.of(memory), StoragePolicy.open());
    }

    private static StoragePolicy.Builder policy() {
        return StoragePolicy.builder().schemes("memory");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> fails(ErrorCode code, ThrowingCallable action) {
        return assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    /** A storage of a third party that is not careful. */
    private record Broken(Exception failure) implements StorageResolver {

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public boolean supports(String href) {
            return href.startsWith("broken:");
        }

        @Override
        public Stream<String> list(String prefix, StorageContext context) {
            return Stream.concat(Stream.of(prefix), Stream.of(prefix).map(second -> {
                throw failure instanceof IOException known
                        ? new UncheckedIOException(known)
                        : (RuntimeException) failure;
            }));
        }

        @Override
        public StorageObject open(String href, StorageContext context) throws IOException {
            if (failure instanceof IOException known) {
                throw known;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public String publicHref(String href) {
            return "broken://host/a.tif";
        }
    }
}
