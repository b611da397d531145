package io.stacgenerator.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Contract of a storage that is written to: a file appears complete or not at all, and of two writers the second does
 * not overwrite what the first has written. The storage is called as a generator calls it for its sinks.
 *
 * @since 0.1.0
 */
public abstract class StorageTargetContract {

    /** More than the parts of 8 MiB in which the built-in targets send a file. */
    private static final int LARGE = 9 << 20;

    private final List<StacGenerator> generators = new ArrayList<>();
    private @Nullable SinkContext own;

    /**
     * Returns the target under test.
     *
     * @return a target
     */
    protected abstract StorageTarget target();

    /**
     * Returns where a file of the storage is.
     *
     * @param path such as {@code folder/name.json}, whose folders do not exist yet
     * @return its href
     */
    protected abstract String href(String path);

    /**
     * Returns a target of the same storage that may not write or read.
     *
     * @param secret what its credential is made of, in Base64; no message may reveal it
     * @return a target; empty, unless overridden, where there are no credentials
     */
    protected Optional<StorageTarget> stranger(String secret) {
        return Optional.empty();
    }

    @AfterEach
    final void closeGenerators() {
        generators.forEach(StacGenerator::close);
    }

    @Test
    void supportsItsOwnHrefsAlone() {
        assertThat(target().supports(href("a.json"))).isTrue();
        assertThat(target().supports("no-such-storage://bucket/a.json")).isFalse();
    }

    @Test
    void whatWasNeverWrittenIsNotThere() {
        assertThat(context().read(href("never/written.json"))).isEmpty();
    }

    @Test
    void aFileAppearsWhenItIsCommitted() throws IOException {
        String href = href("a folder/\u00fc.json");
        StagedFile file = context().create(href, "");
        file.stream().write("{\"title\": \"\u00fc\"}".getBytes(UTF_8));
        assertThat(context().read(href)).isEmpty();
        file.commit();
        assertThat(text(href)).isEqualTo("{\"title\": \"\u00fc\"}");
    }

    @Test
    void aLargeFileAppearsWhenItIsComplete() throws IOException {
        String href = href("large.parquet");
        StagedFile file = large(href);
        assertThat(context().read(href)).isEmpty();
        file.commit();
        assertThat(text(href)).hasSize(LARGE + 1).startsWith("\0").endsWith("\1");
    }

    @Test
    void aFileThatIsDiscardedNeverAppears() throws IOException {
        String small = href("discarded.json");
        StagedFile discarded = context().create(small, null);
        discarded.stream().write(1);
        discarded.discard();
        discarded.discard();
        String large = href("discarded.parquet");
        large(large).discard();
        assertThat(context().read(small)).isEmpty();
        assertThat(context().read(large)).isEmpty();
        write(small, "", "1");
        assertThat(text(small)).isEqualTo("1");
    }

    @Test
    void discardAfterCommitTakesNothingBack() throws IOException {
        String href = href("committed.json");
        StagedFile file = context().create(href, "");
        file.stream().write('1');
        file.commit();
        file.discard();
        assertThat(text(href)).isEqualTo("1");
    }

    @Test
    void withoutAConditionAnyFileIsReplaced() throws IOException {
        String href = href("replaced.json");
        write(href, null, "1");
        write(href, null, "2");
        assertThat(text(href)).isEqualTo("2");
    }

    @Test
    void aVersionIsReplacedOnce() throws IOException {
        String href = href("versions.json");
        write(href, "", "1");
        StoredFile first = context().read(href).orElseThrow();
        assertThat(context().read(href)).contains(first);
        write(href, first.version(), "2");
        assertThat(context().read(href).orElseThrow().version()).isNotEqualTo(first.version());
        refuses(() -> write(href, first.version(), "3"));
        assertThat(text(href)).isEqualTo("2");
    }

    @Test
    void ofTwoWritersTheSecondDoesNotOverwriteTheFirst() throws IOException {
        String href = href("raced.json");
        StagedFile late = context().create(href, "");
        late.stream().write('2');
        write(href, "", "1");
        refuses(late::commit);
        late.discard();
        assertThat(text(href)).isEqualTo("1");
    }

    @Test
    void ofTwoWritersOfLargeFilesTheSecondDoesNotOverwriteTheFirst() throws IOException {
        String href = href("raced.parquet");
        StagedFile late = large(href);
        write(href, "", "1");
        refuses(late::commit);
        late.discard();
        assertThat(text(href)).isEqualTo("1");
    }

    @Test
    void severalThreadsWriteAtATime() {
        SinkContext context = context();
        IntStream.range(0, 20).parallel().forEach(number -> {
            try {
                write(context.create(href("threads/%d.json".formatted(number)), ""), Integer.toString(number));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(IntStream.range(0, 20).mapToObj(number -> text(href("threads/%d.json".formatted(number)))))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(Integer::toString).toList());
    }

    @Test
    void whoMayNotWriteIsDeniedAndNoSecretIsRevealed() {
        String secret = "d3Jvbmctc2VjcmV0";
        Optional<StorageTarget> stranger = stranger(secret);
        assumeTrue(stranger.isPresent(), "no credentials");
        SinkContext context = context(stranger.orElseThrow());
        String href = href("denied.json");
        assertThatThrownBy(() -> context.read(href))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
                .hasMessageContaining("denied.json")
                .hasMessageNotContaining(secret);
        assertThatThrownBy(() -> write(context.create(href, null), "1"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("denied.json")
                .hasMessageNotContaining(secret);
        assertThat(context().read(href)).isEmpty();
    }

    @Test
    void aCatalogIsPublishedThereAndASecondRunChangesNothing() {
        publish();
        String collection = href("catalog/scenes/collection.json");
        StoredFile first = context().read(collection).orElseThrow();
        publish();
        assertThat(context().read(collection)).contains(first);
        assertThat(text(href("catalog/catalog.json"))).contains("\"./scenes/collection.json\"");
        assertThat(text(href("catalog/scenes/one.json"))).contains("\"./collection.json\"");
    }

    private void publish() {
        try (ItemWriter writer = context().open("catalog:" + href("catalog"), SinkOptions.ofDefaults())) {
            writer.accept(ItemSinkContract.item("one"));
        }
    }

    private StagedFile large(String href) throws IOException {
        StagedFile file = context().create(href, "");
        file.stream().write(new byte[LARGE]);
        file.stream().write(1);
        return file;
    }

    private void write(String href, @Nullable String replaced, String text) throws IOException {
        write(context().create(href, replaced), text);
    }

    private static void write(StagedFile file, String text) throws IOException {
        file.stream().write(text.getBytes(UTF_8));
        file.commit();
    }

    private String text(String href) {
        return context().read(href).orElseThrow().text();
    }

    private static void refuses(ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(IOException.class);
    }

    private SinkContext context() {
        SinkContext opened = own == null ? context(target()) : own;
        own = opened;
        return opened;
    }

    private SinkContext context(StorageTarget storage) {
        Probe probe = new Probe();
        StacGenerator generator = StacGenerator.builder()
                .discovery(false)
                .install(storage)
                .install(probe)
                .build();
        generators.add(generator);
        generator.openSink("probe:", SinkOptions.ofDefaults()).close();
        return requireNonNull(probe.context);
    }

    /** A sink that keeps what a generator gives to sinks. */
    private static final class Probe implements ItemSink, ItemWriter {

        private @Nullable SinkContext context;

        @Override
        public String id() {
            return "probe";
        }

        @Override
        public ItemWriter open(String target, SinkContext given) {
            context = given;
            return this;
        }

        @Override
        public void accept(StacItem item) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}

        @Override
        public void abort() {}
    }
}
