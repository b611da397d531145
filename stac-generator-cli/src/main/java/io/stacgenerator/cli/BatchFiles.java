package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.cli.BatchRecord.Entry;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The files of a batch: items, errors and warnings. Where the items go to a file there is a record of what is done, by
 * which a batch goes on that ended early.
 */
final class BatchFiles implements Closeable {

    private final @Nullable Output items;
    private final @Nullable Output errors;
    private final @Nullable Output warnings;
    private final @Nullable BatchRecord record;
    private final @Nullable Path part;

    private BatchFiles(
            @Nullable Output items,
            @Nullable Output errors,
            @Nullable Output warnings,
            @Nullable BatchRecord record,
            @Nullable Path part) {
        this.items = items;
        this.errors = errors;
        this.warnings = warnings;
        this.record = record;
        this.part = part;
    }

    static BatchFiles open(
            CommandLine command, @Nullable Path items, @Nullable Path errors, @Nullable Path warnings, boolean resume) {
        boolean recorded = items != null && isFile(items);
        if (resume && !recorded) {
            throw new ParameterException(command, "--resume goes on with a file of items, expected --output FILE");
        }
        if (!recorded) {
            return new BatchFiles(plain(command, items), plain(command, errors), plain(command, warnings), null, null);
        }
        Path part = AppendedFile.part(Objects.requireNonNull(items));
        if (!resume && Files.exists(BatchRecord.of(part))) {
            throw new ParameterException(
                    command,
                    "%s holds the items of a batch that ended early: --resume goes on with it, or remove it and %s"
                            .formatted(part, BatchRecord.of(part)));
        }
        Output itemsFile = appended(command, items, resume);
        Output errorsFile = appended(command, errors, resume);
        Output warningsFile = appended(command, warnings, resume);
        try {
            BatchRecord record = BatchRecord.open(BatchRecord.of(part));
            Entry last = record.restore(size(itemsFile), size(errorsFile), size(warningsFile));
            truncate(itemsFile, last.items());
            truncate(errorsFile, last.errors());
            truncate(warningsFile, last.warnings());
            return new BatchFiles(itemsFile, errorsFile, warningsFile, record, part);
        } catch (IOException e) {
            throw new ParameterException(
                    command, "cannot write %s: %s".formatted(BatchRecord.of(part), Input.reason(e)), e);
        }
    }

    private static boolean isFile(Path path) {
        return !path.equals(Input.STANDARD) && (!Files.exists(path) || Files.isRegularFile(path));
    }

    private static @Nullable Output plain(CommandLine command, @Nullable Path path) {
        return path == null ? null : Output.open(command, path);
    }

    private static @Nullable Output appended(CommandLine command, @Nullable Path path, boolean resume) {
        if (path == null || !isFile(path)) {
            return plain(command, path);
        }
        return Output.open(command, path, () -> {
            if (!resume) {
                Files.deleteIfExists(AppendedFile.part(path));
            }
            return AppendedFile.open(path);
        });
    }

    private static long size(@Nullable Output output) throws IOException {
        return output instanceof AppendedFile file ? file.size() : 0;
    }

    private static void truncate(@Nullable Output output, long size) throws IOException {
        if (output instanceof AppendedFile file) {
            file.truncate(size);
        }
    }

    /** Takes each item that is there already. */
    void forEachKept(Consumer<String> taker) {
        try (Stream<String> lines = part == null ? Stream.empty() : Files.lines(part, UTF_8)) {
            lines.forEach(taker);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: %s".formatted(part, Input.reason(e)), e);
        }
    }

    /** Returns whether a request is done, each time that it is asked for as often as it was done. */
    boolean passes(RequestLine line) {
        return record != null && record.takes(line.key());
    }

    boolean hasErrors() {
        return errors != null;
    }

    void item(String json) {
        write(items, json);
    }

    void error(String json) {
        write(errors, json);
    }

    void warning(String json) {
        write(warnings, json);
    }

    private static void write(@Nullable Output output, String line) {
        if (output == null) {
            return;
        }
        try {
            output.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Notes that what became of a request is written. */
    void done(RequestLine line) {
        if (record == null) {
            return;
        }
        try {
            record.add(new Entry(line.key(), size(items), size(errors), size(warnings)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write %s: %s".formatted(record, Input.reason(e)), e);
        }
    }

    /** Where the items stay of a batch that ends early, or null where they do not. */
    @Nullable Path part() {
        return part != null && Files.exists(part) ? part : null;
    }

    void commit() throws IOException {
        for (Output output : outputs()) {
            output.commit();
        }
        if (record != null) {
            record.remove();
        }
    }

    /** Errors and warnings first: when the items appear, they are there. */
    private List<Output> outputs() {
        return Stream.of(errors, warnings, items).filter(Objects::nonNull).toList();
    }

    @Override
    public void close() throws IOException {
        if (record != null) {
            record.close();
        }
        for (Output output : outputs()) {
            output.close();
        }
    }
}
