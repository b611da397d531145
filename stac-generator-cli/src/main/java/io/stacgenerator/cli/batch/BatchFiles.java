package io.stacgenerator.cli.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.cli.batch.BatchRecord.Entry;
import io.stacgenerator.cli.file.AppendedFile;
import io.stacgenerator.cli.file.Input;
import io.stacgenerator.cli.file.Output;
import io.stacgenerator.cli.request.RequestLine;
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
 * The files of a batch: items, errors and warnings. Where the items go to a file there is a record of those that are
 * made, by which a batch goes on that ended early, or of which some requests failed. The errors begin anew then, as the
 * requests that failed are tried again.
 */
public final class BatchFiles implements Closeable {

    private final @Nullable Output items;
    private final @Nullable Output errors;
    private final @Nullable Output warnings;
    private final @Nullable BatchRecord record;
    private final @Nullable Path target;
    private final @Nullable Path part;

    private BatchFiles(
            @Nullable Output items,
            @Nullable Output errors,
            @Nullable Output warnings,
            @Nullable BatchRecord record,
            @Nullable Path target,
            @Nullable Path part) {
        this.items = items;
        this.errors = errors;
        this.warnings = warnings;
        this.record = record;
        this.target = target;
        this.part = part;
    }

    public static BatchFiles open(
            CommandLine command, @Nullable Path items, @Nullable Path errors, @Nullable Path warnings, boolean resume) {
        boolean recorded = items != null && isFile(items);
        if (resume && !recorded) {
            throw new ParameterException(command, "--resume goes on with a file of items, expected --output FILE");
        }
        if (!recorded) {
            return new BatchFiles(
                    plain(command, items), plain(command, errors), plain(command, warnings), null, null, null);
        }
        Path part = AppendedFile.part(Objects.requireNonNull(items));
        if (resume && !Files.exists(part)) {
            takeBack(command, items, warnings);
        }
        if (!resume && Files.exists(BatchRecord.of(part))) {
            throw new ParameterException(
                    command,
                    "%s holds the items of a batch that ended early: --resume goes on with it, or remove it and %s"
                            .formatted(part, BatchRecord.of(part)));
        }
        Output itemsFile = appended(command, items, resume);
        Output errorsFile = appended(command, errors, false);
        Output warningsFile = appended(command, warnings, resume);
        try {
            BatchRecord record = BatchRecord.open(BatchRecord.of(part));
            Entry last = record.restore(size(itemsFile), warningsFile == null ? Long.MAX_VALUE : size(warningsFile));
            truncate(itemsFile, last.items());
            truncate(warningsFile, last.warnings());
            return new BatchFiles(itemsFile, errorsFile, warningsFile, record, items, part);
        } catch (IOException e) {
            throw new ParameterException(
                    command, "cannot write %s: %s".formatted(BatchRecord.of(part), Input.reason(e)), e);
        }
    }

    /** Goes on with a batch that came to its end, some of whose requests failed; its record is moved first. */
    private static void takeBack(CommandLine command, Path items, @Nullable Path warnings) {
        Path record = BatchRecord.of(items);
        if (!Files.exists(record) || !Files.exists(items)) {
            return;
        }
        try {
            Files.move(record, BatchRecord.of(AppendedFile.part(items)));
            if (warnings != null && isFile(warnings) && Files.exists(warnings)) {
                Files.move(warnings, AppendedFile.part(warnings));
            }
            Files.move(items, AppendedFile.part(items));
        } catch (IOException e) {
            throw new ParameterException(command, "cannot go on with %s: %s".formatted(items, Input.reason(e)), e);
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
    public void forEachKept(Consumer<String> taker) {
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

    /** Notes that the item of a request is written. */
    void done(RequestLine line) {
        if (record == null) {
            return;
        }
        try {
            record.add(new Entry(line.key(), size(items), size(warnings)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write %s: %s".formatted(record, Input.reason(e)), e);
        }
    }

    /** Where the items of a batch that ends early stay; null if they do not. */
    public @Nullable Path part() throws IOException {
        return part != null && Files.exists(part) && Files.size(part) > 0 ? part : null;
    }

    /**
     * Has the files appear.
     *
     * @param failures whether requests failed, which another run may try again
     */
    public void commit(boolean failures) throws IOException {
        for (Output output : outputs()) {
            output.commit();
        }
        if (record != null && target != null) {
            Path kept = BatchRecord.of(target);
            if (failures) {
                record.moveTo(kept);
            } else {
                record.remove();
                Files.deleteIfExists(kept);
            }
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
