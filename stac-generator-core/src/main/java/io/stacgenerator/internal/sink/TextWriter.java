package io.stacgenerator.internal.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import io.stacgenerator.spi.sink.StagedFile;
import java.io.IOException;

/** Items as text in one file, in the order in which they come. */
final class TextWriter implements ItemWriter {

    /** What stands around Items. */
    record Frame(String before, String between, String after) {}

    private final String target;
    private final Frame frame;
    private final StagedFile file;
    private boolean empty = true;
    private boolean ended;

    private TextWriter(String target, Frame frame, StagedFile file) {
        this.target = target;
        this.frame = frame;
        this.file = file;
    }

    static TextWriter open(String target, Frame frame, SinkContext context) {
        TextWriter writer = new TextWriter(target, frame, context.create(target, null));
        try {
            writer.write(frame.before());
            return writer;
        } catch (IOException e) {
            writer.abort();
            throw WriteFailures.of(target, e);
        }
    }

    @Override
    public void accept(StacItem item) {
        try {
            append(item.toJson());
        } catch (IOException e) {
            throw WriteFailures.of("item %s in %s".formatted(item.id(), target), e);
        }
    }

    private synchronized void append(String text) throws IOException {
        write(empty ? text : frame.between() + text);
        empty = false;
    }

    private void write(String text) throws IOException {
        file.stream().write(text.getBytes(UTF_8));
    }

    @Override
    public synchronized void close() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            write(empty && frame.before().isEmpty() ? "" : frame.after());
            file.commit();
        } catch (IOException e) {
            throw WriteFailures.of(target, e);
        } finally {
            file.discard();
        }
    }

    @Override
    public synchronized void abort() {
        ended = true;
        file.discard();
    }
}
