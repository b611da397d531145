package io.stacgenerator.cli;

import io.stacgenerator.ErrorCode;
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
        description = "Makes an item of each line of a file of requests (NDJSON), or of each scene in a folder or a "
                + "container, in their order.",
        customSynopsis = {
            "${COMMAND-FULL-NAME} [OPTIONS] REQUESTS -o FILE",
            "       ${COMMAND-FULL-NAME} [OPTIONS] --from PREFIX -o FILE"
        },
        footer = {
            "  ${COMMAND-FULL-NAME} requests.ndjson -o items.ndjson --errors errors.ndjson -j 8",
            "  ${COMMAND-FULL-NAME} --from az://container/2026/ --include '*_cog.tif' -o items.ndjson",
            "  ${COMMAND-FULL-NAME} requests.ndjson --to items.geojson --to catalog:published --rejected rejected.ndjson",
            "  find . -name '*.tif' | jq -Rc '{assetPaths: [.]}' | ${COMMAND-FULL-NAME} - -o items.ndjson"
        })
final class BatchCommand extends Subcommand {

    @Parameters(
            paramLabel = "REQUESTS",
            arity = "0..1",
            description = "A file with one request in each line, or - for stdin.")
    private @Nullable Path requests;

    @Option(
            names = "--from",
            paramLabel = "PREFIX",
            description = "A folder, or what the names in a container start with, such as az://container/2026/: an "
                    + "item is made of each scene there, instead of each request: of the files of a vendor's product, "
                    + "or of any other raster with the metadata next to it.")
    private @Nullable String prefix;

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            description =
                    "The names of the rasters that --from takes besides the products of vendors, in any case; by default "
                            + "${DEFAULT-VALUE}.")
    private String include = "*.{tif,tiff,jp2}";

    @Option(
            names = "--group-by",
            paramLabel = "REGEX",
            description = "Which of these rasters are one item: those whose paths have the same text in the group "
                    + "item, such as (?<item>[^/]+)_B\\d+\\.tif.")
    private @Nullable String groupBy;

    @Mixin
    private ItemArguments item = new ItemArguments();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the items go, one in each line: a file, which appears complete or not at all, or - "
                    + "for stdout.")
    private @Nullable Path output;

    @Mixin
    private SinkArguments sinks = new SinkArguments();

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
        try (StacGenerator generator = options.generator().concurrency(jobs).build();
                RequestSource source = source(generator);
                Targets targets = Targets.open(generator, sinks, command());
                Output items = output == null ? null : Output.open(command(), output);
                Output failures = errors == null ? null : Output.open(command(), errors)) {
            Progress progress = new Progress(console, fraction(source));
            Tally tally = new BatchRun(source, items, targets, failures, console, progress).run(generator);
            if (failures != null) {
                failures.commit();
            }
            targets.commit();
            if (items != null) {
                items.commit();
            }
            console.note(tally.summary(progress.seconds()));
            if (prefix != null && tally.lines() == 0) {
                console.error(
                        ErrorCode.NOT_FOUND,
                        "no file of %s is a raster (%s) or of a product that a vendor names"
                                .formatted(generator.publicHref(prefix), include));
                return CommandLine.ExitCode.SOFTWARE;
            }
            return tally.failed() == 0 && targets.rejected() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private RequestSource source(StacGenerator generator) {
        if (prefix != null && requests == null) {
            return new ListedRequests(
                    generator,
                    prefix,
                    item.scenes().include(include).groupBy(groupBy).build());
        }
        if (prefix == null && requests != null) {
            return new RequestLines(Input.open(command(), requests));
        }
        throw new ParameterException(command(), "expected either REQUESTS or --from PREFIX");
    }

    private void check() {
        if (jobs < 1) {
            throw new ParameterException(command(), "--jobs is %d, expected at least 1".formatted(jobs));
        }
        if (output == null && !sinks.given()) {
            throw new ParameterException(command(), "nowhere to write items, expected --output FILE or --to TARGET");
        }
        if (errors != null
                && output != null
                && errors.toAbsolutePath()
                        .normalize()
                        .equals(output.toAbsolutePath().normalize())) {
            throw new ParameterException(
                    command(), "--output and --errors are both %s, expected two files".formatted(errors));
        }
    }

    private DoubleSupplier fraction(RequestSource source) throws IOException {
        if (requests == null || !Files.isRegularFile(requests) || !(source instanceof RequestLines lines)) {
            return () -> Double.NaN;
        }
        double size = Math.max(1, Files.size(requests));
        return () -> lines.bytesRead() / size;
    }
}
