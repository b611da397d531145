package io.stacgenerator.cli.option;

import io.stacgenerator.DatetimeFallback;
import io.stacgenerator.FootprintMode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacVersion;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.cli.console.Flags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How items are made, for all requests of a command. */
public final class GeneratorOptions {

    @Option(names = "--checksum", description = "Write the checksum of each asset, for which all its bytes are read.")
    private boolean checksum;

    @Option(
            names = "--datetime",
            paramLabel = "TIME",
            converter = DatetimeConverter.class,
            description = "A date such as 2026-06-15T10:26:31Z, or a range START/END, for all items, whatever data and "
                    + "metadata say.")
    private @Nullable String datetime;

    @Option(
            names = "--datetime-fallback",
            paramLabel = "none|last-modified",
            description =
                    "Where the date comes from when nothing else has one: nothing, so that the item fails (the default), "
                            + "or the time the assets were last modified.")
    private DatetimeFallback datetimeFallback = DatetimeFallback.NONE;

    @Option(
            names = "--datetime-pattern",
            paramLabel = "REGEX",
            description =
                    "The form of dates in file names, by the groups year, month, day, dayOfYear, hour, minute and "
                            + "second, such as '(?<day>\\d\\d)(?<month>\\d\\d)(?<year>\\d{4})'. A second match ends a range.")
    private @Nullable Pattern datetimePattern;

    @Option(
            names = "--gdal-process",
            description =
                    "Have GDAL read files in processes of its own: one that crashes or hangs costs one asset, and "
                            + "is replaced.")
    void setGdalProcess(boolean process) {
        System.setProperty("stacgenerator.gdal.process", Boolean.toString(process));
    }

    @Option(
            names = "--footprint",
            paramLabel = "bounds|data",
            description = "What the geometry encloses: the bounds of the rasters (the default), or their valid pixels, "
                    + "which are read at the scale of an overview.")
    private FootprintMode footprint = FootprintMode.BOUNDS;

    @Option(
            names = "--footprint-deviation",
            paramLabel = "METERS",
            description = "How far the geometry of --footprint data may be from the valid pixels.")
    private @Nullable Double footprintDeviation;

    @Option(
            names = "--footprint-positions",
            paramLabel = "N",
            description = "How many positions a geometry may have, at least 16; 2048 by default.")
    private @Nullable Integer footprintPositions;

    @Option(
            names = {"-p", "--property"},
            paramLabel = "NAME=VALUE",
            description =
                    "A property of all items, whatever data and metadata say; may be repeated. The value is JSON, "
                            + "such as 12.5, true or '[\"a\"]', and a string otherwise.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec command;

    @Option(
            names = "--remote-side-files",
            description =
                    "Look for world files, .aux.xml, .ovr and .msk next to remote rasters too, at the cost of some "
                            + "requests for each.")
    private boolean remoteSideFiles;

    @Option(
            names = "--source-folder",
            paramLabel = "DIR",
            description =
                    "A folder whose files a VRT or an MRF may name; may be repeated. Without it these are not read.")
    private List<Path> sourceFolders = List.of();

    @Option(
            names = "--stac-version",
            paramLabel = "1.1.0|1.0.0",
            description = "The version of STAC to write; 1.1.0 by default.")
    private StacVersion stacVersion = StacVersion.V1_1_0;

    @Option(
            names = "--statistics",
            paramLabel = "none|tags|approximate|exact",
            description = "Where the statistics of bands come from: nowhere, the file's own tags (the default), "
                    + "an overview where the tags have none, or every pixel.")
    private StatisticsMode statistics = StatisticsMode.TAGS;

    @Option(
            names = "--strict",
            description = "Fail where metadata contradict each other or the data, and when a service cannot be loaded.")
    private boolean strict;

    @Option(
            names = "--thumbnail",
            paramLabel = "PIXELS",
            description = "Make a thumbnail for each item that has none, a PNG of so many pixels on its longer side, "
                    + "16 to 1024. It is made of an overview; of a raster that has none, all is read.")
    private @Nullable Integer thumbnail;

    @Option(
            names = "--thumbnail-folder",
            paramLabel = "FOLDER",
            description = "Where thumbnails go: a folder, or a URI such as s3://bucket/thumbnails/; by default next to "
                    + "the file of --output, those of a batch in the folder thumbnails.")
    private @Nullable String thumbnailFolder;

    @Option(
            names = "--thumbnail-href",
            paramLabel = "PREFIX",
            description = "Where that folder is published, such as https://cdn.example.com/thumbnails/.")
    private @Nullable String thumbnailHref;

    /** Puts thumbnails next to an output, unless the options say where they go. */
    public GeneratorOptions withThumbnailsNextTo(Path output, String below) {
        if (thumbnail != null && thumbnailFolder == null) {
            Path folder = output.toAbsolutePath().resolveSibling(below);
            thumbnailFolder = folder.toString();
            thumbnailHref = thumbnailHref == null ? "./" + below : thumbnailHref;
        }
        return this;
    }

    @Nullable String thumbnailFolder() {
        return thumbnailFolder;
    }

    @Nullable String thumbnailHref() {
        return thumbnailHref;
    }

    public StacGenerator.Builder generator() {
        try {
            return StacGenerator.builder().options(options());
        } catch (IllegalArgumentException e) {
            String message = "the option " + e.getMessage();
            throw new ParameterException(command.commandLine(), Flags.in(message, command), e);
        }
    }

    private GenerationOptions options() {
        GenerationOptions.Builder built = GenerationOptions.builder()
                .checksum(checksum)
                .datetimeFallback(datetimeFallback)
                .datetimePattern(datetimePattern)
                .footprint(footprint)
                .footprintDeviation(footprintDeviation)
                .remoteSideFiles(remoteSideFiles)
                .sourceFolders(sourceFolders.stream().map(this::folder).toArray(Path[]::new))
                .stacVersion(stacVersion)
                .statistics(statistics)
                .strict(strict)
                .thumbnail(thumbnail)
                .thumbnailFolder(thumbnailFolder)
                .thumbnailHref(thumbnailHref);
        if (footprintPositions != null) {
            built.footprintPositions(footprintPositions);
        }
        if (datetime != null) {
            built.datetimeOrRange(datetime);
        }
        properties.forEach((name, value) -> built.property(name, PropertyValue.of(value)));
        return built.build();
    }

    private Path folder(Path path) {
        if (!Files.isDirectory(path)) {
            throw new ParameterException(
                    command.commandLine(), "--source-folder is '%s', expected a folder that exists".formatted(path));
        }
        return path;
    }
}
