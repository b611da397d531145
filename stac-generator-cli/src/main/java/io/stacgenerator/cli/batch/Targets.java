package io.stacgenerator.cli.batch;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.cli.console.Console;
import io.stacgenerator.cli.file.Output;
import io.stacgenerator.cli.option.SinkArguments;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The places where items are published, all or none of them. Thread-safe. */
public final class Targets implements Closeable {

    private final List<ItemWriter> writers = new ArrayList<>();
    private final Console console;
    private final @Nullable Output rejected;
    private final AtomicLong refused = new AtomicLong();

    private Targets(Console console, @Nullable Output rejected) {
        this.console = console;
        this.rejected = rejected;
    }

    public static Targets open(
            StacGenerator generator, SinkArguments arguments, @Nullable Path rejectedFile, CommandLine command) {
        Output rejected = rejectedFile == null ? null : Output.open(command, rejectedFile);
        Targets targets = new Targets(Console.of(command), rejected);
        try {
            for (String target : arguments.targets()) {
                SinkOptions options = arguments
                        .options(command)
                        .onRejected((item, reason) -> targets.reject(target, item, reason))
                        .build();
                targets.writers.add(SinkArguments.opened(() -> generator.openSink(target, options), command));
            }
            return targets;
        } catch (RuntimeException e) {
            targets.abort();
            throw e;
        }
    }

    public void accept(StacItem item) {
        writers.forEach(writer -> writer.accept(item));
    }

    private synchronized void reject(String target, StacItem item, StacGeneratorException reason) {
        refused.incrementAndGet();
        if (rejected == null) {
            console.error(reason.code(), "item %s was not published: %s".formatted(item.id(), reason.getMessage()));
            return;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("target", new StacGeneratorException(reason.code(), target).getMessage());
        json.put("code", reason.code().name());
        json.put("message", String.valueOf(reason.getMessage()));
        json.put("item", item.toMap());
        try {
            rejected.write(JsonText.compact(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Returns how many items were not published at some target. */
    public long rejected() {
        return refused.get();
    }

    /** Commits one after the other; when one fails, those after it are given up by {@link #close}. */
    public void commit() {
        writers.forEach(ItemWriter::close);
    }

    /** What was rejected is reported even when the rest failed. */
    @Override
    public void close() throws IOException {
        abort();
        if (rejected != null) {
            try (rejected) {
                rejected.commit();
            }
        }
    }

    /** What has been committed stays. */
    private void abort() {
        writers.forEach(ItemWriter::abort);
    }
}
