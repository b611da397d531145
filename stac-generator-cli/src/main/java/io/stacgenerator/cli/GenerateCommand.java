package io.stacgenerator.cli;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.cli.batch.LeftOut;
import io.stacgenerator.cli.console.Console;
import io.stacgenerator.cli.file.Input;
import io.stacgenerator.cli.file.Output;
import io.stacgenerator.cli.option.GeneratorOptions;
import io.stacgenerator.cli.option.RequestArguments;
import io.stacgenerator.cli.option.SinkArguments;
import io.stacgenerator.cli.request.RequestText;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Makes one item. */
@Command(
        name = "generate",
        description = "Makes one item of files and their metadata, and prints it.",
        customSynopsis = {
            "${COMMAND-FULL-NAME} [OPTIONS] ASSET...",
            "       ${COMMAND-FULL-NAME} [OPTIONS] --request FILE"
        },
        footer = {
            "  ${COMMAND-FULL-NAME} scene.tif -o item.json",
            "  ${COMMAND-FULL-NAME} S2A_MSIL2A_20260615T102631.SAFE/ -o item.json",
            "  ${COMMAND-FULL-NAME} B02.tif B03.tif --metadata MTD.xml --collection collection.json",
            "  ${COMMAND-FULL-NAME} https://example.com/scene.tif --datetime 2026-06-15T10:26:31Z",
            "  ${COMMAND-FULL-NAME} scene.tif --to https://example.com/stac --to-collection scenes",
            "  echo '{\"assetPaths\": [\"scene.tif\"]}' | ${COMMAND-FULL-NAME} --request - --result"
        })
final class GenerateCommand extends Subcommand {

    @Mixin
    private RequestArguments arguments = new RequestArguments();

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "Read the request as JSON from a file, or with - from stdin.")
    private @Nullable Path requestFile;

    @Mixin
    private GeneratorOptions options = new GeneratorOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears complete or not at all, instead of stdout; with --to not to "
                    + "stdout either.")
    private @Nullable Path output;

    @Mixin
    private SinkArguments sinks = new SinkArguments();

    @Option(
            names = "--result",
            description = "Write the whole result: the item, the warnings, and where each member comes from.")
    private boolean wholeResult;

    @Override
    public Integer call() throws IOException {
        Path file = output == null && !sinks.given() ? Input.STANDARD : output;
        if (file != null) {
            options.withThumbnailsNextTo(file, "");
        }
        try (Output target = file == null ? null : Output.open(command(), file);
                StacGenerator generator = options.generator().build()) {
            Console console = console();
            arguments.warnOfProvider(generator, console);
            GenerationResult result = generator.generate(request(generator));
            result.warnings().forEach(warning -> console.warning(warning.code(), warning.message()));
            publish(generator, result.item());
            if (target != null) {
                target.write(
                        wholeResult
                                ? JsonText.pretty(result.toMap())
                                : result.item().toPrettyJson());
                target.commit();
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void publish(StacGenerator generator, StacItem item) {
        for (String target : sinks.targets()) {
            SinkOptions options = sinks.options(command()).build();
            ItemWriter writer = SinkArguments.opened(() -> generator.openSink(target, options), command());
            try {
                writer.accept(item);
                writer.close();
            } finally {
                writer.abort();
            }
        }
    }

    private GenerationRequest request(StacGenerator generator) throws IOException {
        List<String> given = givenArguments();
        if (requestFile == null) {
            if (!given.contains("ASSET") && !given.contains("--asset")) {
                throw new ParameterException(command(), "nothing to make an item of, expected ASSET or --request FILE");
            }
            Optional<String> folder = arguments.folder();
            return folder.isPresent() ? scene(generator, folder.get()) : arguments.request();
        }
        if (!given.isEmpty()) {
            throw new ParameterException(
                    command(), "--request cannot be combined with %s".formatted(String.join(", ", given)));
        }
        return RequestText.read(command(), requestFile);
    }

    /** A folder is one scene, or it is for a batch. */
    private GenerationRequest scene(StacGenerator generator, String folder) {
        LeftOut leftOut = new LeftOut();
        try (Stream<GenerationRequest> requests = generator.requests(folder, arguments.scenes(), leftOut)) {
            List<GenerationRequest> scenes = requests.limit(2).toList();
            leftOut.note().ifPresent(console()::note);
            if (scenes.size() == 1) {
                return arguments.published(scenes.get(0), folder);
            }
            throw new StacGeneratorException(
                    scenes.isEmpty() ? ErrorCode.NOT_FOUND : ErrorCode.INVALID_REQUEST,
                    "%s holds %s, expected one%s"
                            .formatted(
                                    generator.publicHref(folder),
                                    scenes.isEmpty() ? "no scene" : "several scenes",
                                    scenes.isEmpty() ? "" : ": use batch --from"));
        }
    }

    private List<String> givenArguments() {
        var parsed = command().getParseResult();
        return Stream.concat(parsed.matchedOptions().stream(), parsed.matchedPositionals().stream())
                .filter(RequestArguments::contains)
                .map(GenerateCommand::name)
                .distinct()
                .toList();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
