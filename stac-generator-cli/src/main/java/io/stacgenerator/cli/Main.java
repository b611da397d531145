package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.DatetimeFallback;
import io.stacgenerator.FootprintMode;
import io.stacgenerator.Source;
import io.stacgenerator.StacVersion;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.cli.console.Console;
import io.stacgenerator.cli.console.UsageErrorHandler;
import io.stacgenerator.cli.option.Choice;
import io.stacgenerator.cli.option.ConfigurationFile;
import io.stacgenerator.cli.option.LogFormat;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line of the generator. */
@Command(
        name = "stac-generator",
        scope = ScopeType.INHERIT,
        description = "Turns raster files and their metadata into valid STAC Items.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        synopsisSubcommandLabel = "COMMAND",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well; serve and worker were asked to end",
            "1:an item failed, or something that is needed does not answer",
            "2:the command is wrong",
            "3:a worker process was out of memory",
            "4:a worker process had a job that did not end in its time"
        },
        footer = {
            "  # options from a file, one or more in each line",
            "  ${ROOT-COMMAND-NAME} generate scene.tif @options.txt",
            "  # a first item, of a scene that is made on the spot",
            "  ${ROOT-COMMAND-NAME} demo",
            "  # the options of a command, and examples",
            "  ${ROOT-COMMAND-NAME} generate --help"
        })
public final class Main extends Subcommand implements Console.Verbosity {

    private static final String LIBRARY_LOG_LEVEL = "org.slf4j.simpleLogger.log.io.stacgenerator";

    private static final List<Class<? extends Subcommand>> COMMANDS = List.of(
            GenerateCommand.class,
            BatchCommand.class,
            DescribeCommand.class,
            DemoCommand.class,
            CollectionCommand.class,
            ValidateCommand.class,
            ServeCommand.class,
            WorkerCommand.class);

    private boolean verbose;

    private Main() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        CommandLine commandLine = commandLine(writer(FileDescriptor.out), writer(FileDescriptor.err), args)
                .setCommandName(System.getProperty("stac-generator.command", "stac-generator"));
        int exitCode = commandLine.execute(args);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        endHttpClients();
        System.exit(exitCode);
    }

    /** The JVM waits 0.3 s at its end for threads in calls of the system, where those of idle clients always are. */
    static void endHttpClients() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().endsWith("-SelectorManager")) {
                thread.interrupt();
            }
        }
    }

    /**
     * Returns the command line.
     *
     * @param args what it is to run, or nothing to have all commands
     */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, String... args) {
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main);
        commands(args).forEach(commandLine::addSubcommand);
        return commandLine
                .setOut(out)
                .setErr(err)
                .registerConverter(LogFormat.class, new Choice<>(LogFormat.values(), LogFormat::name))
                .registerConverter(Source.class, new Choice<>(Source.values(), Source::name))
                .registerConverter(FootprintMode.class, new Choice<>(FootprintMode.values(), FootprintMode::name))
                .registerConverter(StatisticsMode.class, new Choice<>(StatisticsMode.values(), StatisticsMode::name))
                .registerConverter(StacVersion.class, new Choice<>(StacVersion.values(), StacVersion::text))
                .registerConverter(
                        DatetimeFallback.class, new Choice<>(DatetimeFallback.values(), DatetimeFallback::name))
                .setDefaultValueProvider(new ConfigurationFile())
                .setParameterExceptionHandler(new UsageErrorHandler())
                .setExecutionExceptionHandler(
                        (e, command, parsed) -> Console.of(command).failure(e, main.verbose));
    }

    /** The one that is named, since all of them would take a third of the time of a short run; else all. */
    private static List<Class<? extends Subcommand>> commands(String... args) {
        Optional<String> first =
                Stream.of(args).filter(arg -> !arg.startsWith("-")).findFirst();
        return COMMANDS.stream()
                .filter(command -> first.filter(
                                command.getAnnotation(Command.class).name()::equals)
                        .isPresent())
                .findFirst()
                .<List<Class<? extends Subcommand>>>map(List::of)
                .orElse(COMMANDS);
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log what the library decides, print each warning of a batch, and the stack trace of an "
                    + "error.")
    void setVerbose(boolean verbose) {
        this.verbose = verbose;
        if (verbose) {
            System.setProperty(LIBRARY_LOG_LEVEL, "debug");
        }
    }

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print only errors: no warnings, no progress, no summary.")
    private boolean quiet;

    @Override
    public boolean quiet() {
        return quiet;
    }

    @Override
    public boolean verbose() {
        return verbose;
    }

    @Override
    public Integer call() {
        String commands = String.join(", ", command().getSubcommands().keySet());
        throw new ParameterException(command(), "no command given, expected one of " + commands);
    }

    /** JSON is UTF-8 whatever the locale says. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), UTF_8), true);
    }
}
