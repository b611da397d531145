package io.stacgenerator.cli;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.cli.batch.BatchFiles;
import io.stacgenerator.cli.batch.BatchRun;
import io.stacgenerator.cli.batch.LeftOut;
import io.stacgenerator.cli.batch.Progress;
import io.stacgenerator.cli.batch.Targets;
import io.stacgenerator.cli.console.ExitCode;
import io.stacgenerator.cli.console.Termination;
import io.stacgenerator.cli.file.Input;
import io.stacgenerator.cli.option.GeneratorOptions;
import io.stacgenerator.cli.option.ItemArguments;
import io.stacgenerator.cli.option.SinkArguments;
import io.stacgenerator.cli.request.ListedRequests;
import io.stacgenerator.cli.request.RequestLine;
import io.stacgenerator.cli.request.RequestLines;
import io.stacgenerator.cli.request.RequestSource;
import io.stacgenerator.model.StacItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
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
            "  ${COMMAND-FULL-NAME} requests.ndjson --to https://example.com/stac --to-header Authorization=STAC_TOKEN",
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
            description = "Which of these rasters are one item: those whose paths have the same string in the group "
                    + "item, such as (?<item>[^/]+)_B\\d+\\.tif.")
    private @Nullable String groupBy;

    @Mixin
    private ItemArguments item = new ItemArguments();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the items go, one in each line: a file, which appears when all are made (until then "
                    + "it has .part at its end), or - for stdout.")
    private @Nullable Path output;

    @Mixin
    private SinkArguments sinks = new SinkArguments();

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Where items go that --to does not take, one in each line with the reason.")
    private @Nullable Path rejected;

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

    @Option(
            names = "--warnings",
            paramLabel = "FILE",
            description = "Where the warnings go, one in each line; the summary counts them by code.")
    private @Nullable Path warnings;

    @Option(
            names = "--resume",
            description = "Go on with a batch that ended early, or try those of its requests again that failed: those "
                    + "whose items are in the file of --output, or in it with .part, are passed over.")
    private boolean resume;

    @Option(names = "--dry-run", description = "Make nothing: list the requests, and the lines that are not requests.")
    private boolean dryRun;

    @Option(names = "--fail-fast", description = "End at the first failure; --resume can go on.")
    private boolean failFast;

    @Option(
            names = "--max-failures",
            paramLabel = "N",
            description =
                    "End after so many failures; --resume can go on. By default a batch goes on after any failure.")
    private long maxFailures = Long.MAX_VALUE;

    @Mixin
    private GeneratorOptions options = new GeneratorOptions();

    private final LeftOut leftOut = new LeftOut();

    @Override
    public Integer call() throws IOException {
        check();
        if (output != null) {
            options.withThumbnailsNextTo(output, "thumbnails");
        }
        try (StacGenerator generator = options.generator().concurrency(jobs).build();
                RequestSource source = source(generator)) {
            item.warnOfProvider(generator, console());
            return dryRun ? list(generator, source) : run(generator, source);
        }
    }

    private int run(StacGenerator generator, RequestSource source) throws IOException {
        try (Termination termination = Termination.interrupting();
                Targets targets = Targets.open(generator, sinks, rejected, command());
                BatchFiles files = BatchFiles.open(command(), output, errors, warnings, resume)) {
            if (sinks.given()) {
                publishKept(files, targets);
            }
            BatchRun run = new BatchRun(
                    source,
                    files,
                    targets,
                    console(),
                    new Progress(console(), fraction(source)),
                    request -> item.published(request, prefix == null ? "" : prefix),
                    termination::isTold,
                    failFast ? 1 : maxFailures);
            if (!runToEnd(run, generator, files)) {
                return ExitCode.FAILED;
            }
            if (prefix != null && run.tally().all() == 0) {
                throw nothingFound(generator);
            }
            targets.commit();
            files.commit(run.tally().failed() > 0);
            return run.tally().failed() == 0 && targets.rejected() == 0 ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    /** Returns whether the batch came to its end, and sums up what was done, also when it fails. */
    private boolean runToEnd(BatchRun run, StacGenerator generator, BatchFiles files) throws IOException {
        boolean complete = false;
        try {
            complete = run.run(generator);
        } finally {
            leftOut.note().ifPresent(console()::note);
            run.summary().forEach(console()::note);
            if (!complete) {
                tellWhatIsKept(files);
            }
        }
        return complete;
    }

    /** Targets get all items again: what they were given before the batch ended was not committed. */
    private static void publishKept(BatchFiles files, Targets targets) {
        files.forEachKept(item -> targets.accept(StacItem.parse(item)));
    }

    private void tellWhatIsKept(BatchFiles files) throws IOException {
        if (files.part() != null) {
            console().note("ended early; what is done is in %s, and --resume goes on".formatted(files.part()));
        }
    }

    /** Reads the requests, and no file that they name. */
    private int list(StacGenerator generator, RequestSource source) throws IOException {
        long good = 0;
        long bad = 0;
        for (RequestLine line = source.next(); line != null; line = source.next()) {
            if (line.error() != null) {
                bad++;
                console()
                        .error(
                                line.error().code(),
                                "%s: %s".formatted(line.place(), line.error().getMessage()));
            } else {
                good++;
                console().note("%s: %s".formatted(line.place(), files(generator, line)));
            }
        }
        leftOut.note().ifPresent(console()::note);
        if (prefix != null && good == 0) {
            throw nothingFound(generator);
        }
        console().note("%,d requests, %,d other lines; nothing was made".formatted(good, bad));
        return bad == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String files(StacGenerator generator, RequestLine line) {
        GenerationRequest request = Objects.requireNonNull(line.request());
        String first = generator.publicHref(request.assetPaths().get(0));
        int more = request.assetPaths().size() - 1;
        return more == 0 ? first : "%s and %d more".formatted(first, more);
    }

    private StacGeneratorException nothingFound(StacGenerator generator) {
        return new StacGeneratorException(
                ErrorCode.NOT_FOUND,
                "no file of %s is a raster (%s) or of a product that a vendor names"
                        .formatted(generator.publicHref(String.valueOf(prefix)), include));
    }

    private RequestSource source(StacGenerator generator) {
        if (prefix != null && requests == null) {
            return new ListedRequests(
                    generator,
                    prefix,
                    item.scenes().include(include).groupBy(groupBy).build(),
                    leftOut);
        }
        if (prefix == null && requests != null) {
            if (Files.isDirectory(requests)) {
                throw new ParameterException(
                        command(),
                        "%s is a folder, expected a file of requests; --from %s makes an item of each scene in it"
                                .formatted(requests, requests));
            }
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
        if (maxFailures < 1) {
            throw new ParameterException(command(), "--max-failures is %d, expected at least 1".formatted(maxFailures));
        }
        requireOthers("--output", output, "--errors", errors);
        requireOthers("--output", output, "--warnings", warnings);
        requireOthers("--errors", errors, "--warnings", warnings);
    }

    private void requireOthers(String name, @Nullable Path file, String otherName, @Nullable Path other) {
        if (file != null && other != null && absolute(file).equals(absolute(other))) {
            throw new ParameterException(
                    command(), "%s and %s are both %s, expected two files".formatted(name, otherName, other));
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private DoubleSupplier fraction(RequestSource source) throws IOException {
        if (requests == null || !Files.isRegularFile(requests) || !(source instanceof RequestLines lines)) {
            return () -> Double.NaN;
        }
        double size = Math.max(1, Files.size(requests));
        return () -> lines.bytesRead() / size;
    }
}
