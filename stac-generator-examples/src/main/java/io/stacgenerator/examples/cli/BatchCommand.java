package io.stacgenerator.examples.cli;

import io.stacgenerator.StacGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Makes many items. */
@Command(
        name = "batch",
        description = "Makes an item of each line of a file of requests (NDJSON), in their order.",
        customSynopsis = "${COMMAND-FULL-NAME} [OPTIONS] REQUESTS -o FILE",
        footer = {
            "  ${COMMAND-FULL-NAME} requests.ndjson -o items.ndjson --errors errors.ndjson -j 8",
            "  find . -name '*.tif' | jq -Rc '{assetPaths: [.]}' | ${COMMAND-FULL-NAME} - -o items.ndjson"
        })
final class BatchCommand extends Subcommand {

    @Parameters(paramLabel = "REQUESTS", description = "A file with one request in each line, or - for stdin.")
    private Path requests = Input.STANDARD;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where the items go, one in each line: a file, which appears complete or not at all, or - "
                    + "for stdout.")
    private Path output = Input.STANDARD;

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description = "Where the errors go, one in each line with the number of the request's line, instead of "
                    + "stderr.")
    private @Nullable Path errors;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many requests to work on at a time; by default the number of processors.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Mixin
    private GeneratorOptions options = new GeneratorOptions();

    @Override
    public Integer call() throws IOException {
        check();
        Console console = console();
        try (RequestLines lines = new RequestLines(Input.open(command(), requests));
                Output items = Output.open(command(), output);
                Output failures = errors == null ? null : Output.open(command(), errors);
                StacGenerator generator = options.generator().concurrency(jobs).build()) {
            Progress progress = new Progress(console, fraction(lines));
            Tally tally = new BatchRun(lines, items, failures, console, progress).run(generator);
            if (failures != null) {
                failures.commit();
            }
            items.commit();
            console.note(tally.summary(progress.seconds()));
            return tally.failed() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void check() {
        if (jobs < 1) {
            throw new ParameterException(command(), "--jobs is %d, expected at least 1".formatted(jobs));
        }
        if (errors != null
                && errors.toAbsolutePath()
                        .normalize()
                        .equals(output.toAbsolutePath().normalize())) {
            throw new ParameterException(
                    command(), "--output and --errors are both %s, expected two files".formatted(errors));
        }
    }

    private DoubleSupplier fraction(RequestLines lines) throws IOException {
        if (!Files.isRegularFile(requests)) {
            return () -> Double.NaN;
        }
        double size = Math.max(1, Files.size(requests));
        return () -> lines.bytesRead() / size;
    }
}
