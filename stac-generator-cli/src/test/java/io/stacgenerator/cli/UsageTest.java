package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class UsageTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            generat                                | stac-generator          | unknown command 'generat', did you mean generate?
            --verbos                               | stac-generator          | unknown option '--verbos', did you mean --verbose?
            generate                               | stac-generator generate | nothing to make an item of, expected ASSET or --request FILE
            generate --id x                        | stac-generator generate | nothing to make an item of, expected ASSET or --request FILE
            generate a.tif --colection c           | stac-generator generate | unknown option '--colection', did you mean --collection?
            generate a.tif --request r --id x      | stac-generator generate | --request cannot be combined with --id, ASSET
            generate --request r --source manual   | stac-generator generate | --request cannot be combined with --source
            generate --request no.json             | stac-generator generate | cannot read no.json: there is no such file
            generate --request .                   | stac-generator generate | cannot read .: it is a folder
            generate a.tif -o .                    | stac-generator generate | cannot write .: it is a folder
            generate a.tif -o /no/folder/x.json    | stac-generator generate | cannot write /no/folder/x.json: there is no folder /no/folder
            generate a.tif --id                    | stac-generator generate | missing required parameter for option '--id' (ID)
            generate a.tif --id x --id y           | stac-generator generate | option '--id' (ID) should be specified only once
            generate a.tif --metadata --strict     | stac-generator generate | expected parameter for option '--metadata' but found '--strict'
            generate a.tif --source both           | stac-generator generate | invalid value for option '--source': 'both' is not one of automatic, manual
            generate a.tif --statistics all        | stac-generator generate | invalid value for option '--statistics': 'all' is not one of none, tags, approximate, exact
            generate a.tif --stac-version 0.9.0    | stac-generator generate | invalid value for option '--stac-version': '0.9.0' is not one of 1.0.0, 1.1.0
            generate a.tif --datetime-fallback now | stac-generator generate | invalid value for option '--datetime-fallback': 'now' is not one of none, last-modified
            generate a.tif --datetime 2026-06-15   | stac-generator generate | invalid value for option '--datetime': '2026-06-15' is not a date with time and zone, such as 2026-06-15T10:26:31Z, nor a range START/END
            generate a.tif --footprint-positions 3 | stac-generator generate | --footprint-positions is 3, expected at least 16
            generate a.tif --source-folder /no/folder | stac-generator generate | --source-folder is '/no/folder', expected a folder that exists
            generate a.tif -p gsd                  | stac-generator generate | value for option '--property' is 'gsd', expected NAME=VALUE
            generate a.tif --asset-key x           | stac-generator generate | missing required argument(s): --asset=HREF
            batch . -o x.ndjson                    | stac-generator batch    | . is a folder, expected a file of requests; --from . makes an item of each scene in it
            serve --map-tiles tiles                | stac-generator serve    | --map-tiles is 'tiles', expected a URL such as https://tiles.example.com/{z}/{x}/{y}.png
            serve --allow-rot /data                | stac-generator serve    | unknown option '--allow-rot', did you mean --allow-root?
            batch                                  | stac-generator batch    | nowhere to write items, expected --output FILE or --to TARGET
            batch no.ndjson -o x.ndjson            | stac-generator batch    | cannot read no.ndjson: there is no such file
            batch - -o x.ndjson -j 0               | stac-generator batch    | --jobs is 0, expected at least 1
            batch - -o x.ndjson -j two             | stac-generator batch    | invalid value for option '--jobs': 'two' is not a whole number
            batch - -o x.ndjson --errors ./x.ndjson| stac-generator batch    | --output and --errors are both ./x.ndjson, expected two files
            batch - --to /no/folder/x              | stac-generator batch    | no sink writes to /no/folder/x: expected FORMAT:TARGET with one of catalog, geojson, geoparquet, ndjson, pgstac, stac-api, or a known suffix
            batch - --to x.ndjson --to-option a=b  | stac-generator batch    | sink ndjson has no option 'a', expected none
            batch a b -o x.ndjson                  | stac-generator batch    | unknown argument 'b'
            serve --port 70000                     | stac-generator serve    | --port is 70000, expected 0 to 65535
            serve --workers 0                      | stac-generator serve    | --workers is 0, expected at least 1
            serve --workers two                    | stac-generator serve    | invalid value for option '--workers': 'two' is not a whole number
            serve --grace -1                       | stac-generator serve    | --grace is -1, expected at least 0
            serve --allow-root /no/folder          | stac-generator serve    | root folder '/no/folder' cannot be resolved, expected a folder that exists
            serve --allow-host http://example.com  | stac-generator serve    | --allow-host is 'http://example.com', expected a host such as data.example.com
            serve --allow-scheme s3://             | stac-generator serve    | --allow-scheme is 's3://', expected a scheme such as s3
            serve --allow-prefix bucket/folder     | stac-generator serve    | --allow-prefix: 'bucket/folder' is not the start of hrefs, expected such as s3://bucket/folder/
            serve --host 192.0.2.1 --port 7        | stac-generator serve    | cannot listen on 192.0.2.1:7: Cannot assign requested address, expected another --port or --host
            serve --lease 1w                       | stac-generator serve    | invalid value for option '--lease': '1w' is not a time such as 90s, 15m, 24h or 7d
            serve --backoff 0s                     | stac-generator serve    | invalid value for option '--backoff': '0s' is not a time such as 90s, 15m, 24h or 7d
            serve --attempts 0                     | stac-generator serve    | --attempts is 0, expected at least 1
            worker                                 | stac-generator worker   | no queue to work on, expected --redis URL
            worker --redis redis://q --workers 0   | stac-generator worker   | --workers is 0, expected at least 1
            serve data                             | stac-generator serve    | unknown argument 'data'
            describe all                           | stac-generator describe | unknown argument 'all'
            """)
    void tellsWhatIsWrongAndHowToGetHelp(String arguments, String command, String message) {
        Run run = Run.of((Object[]) arguments.split(" +"));
        assertThat(run.errLines()).containsExactly("error: " + message, "try '%s --help'".formatted(command));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "worker"})
    void aUrlThatIsNotARedisIsAnErrorWithoutItsPassword(String command) {
        Run run = Run.of(command, "--redis", "http://user:secret@queue");
        assertThat(run.errLines()).hasSize(2);
        assertThat(run.err())
                .startsWith("error: 'http://***@queue' is not the URL of a Redis server, expected redis://")
                .doesNotContain("secret");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "worker"})
    void aRedisThatIsAwayIsOneClearLine(String command) {
        Run run = Run.of(command, "--redis", "redis://127.0.0.1:1");
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("error: QUEUE_UNAVAILABLE: ")
                .contains("127.0.0.1:1");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aCommandThatIsNamedIsMadeWithoutTheOthers() {
        assertThat(commands("-q", "batch", "generate")).containsExactly("batch");
        assertThat(commands("generat")).hasSize(8);
        assertThat(commands("@options.txt")).hasSize(8);
        assertThat(commands()).hasSize(8);
    }

    private static Set<String> commands(String... args) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.commandLine(nowhere, nowhere, args).getSubcommands().keySet();
    }

    @Test
    void asksForACommand() {
        Run run = Run.of();
        assertThat(run.errLines())
                .containsExactly(
                        "error: no command given, expected one of generate, batch, describe, demo, collection, validate, serve, worker",
                        "try 'stac-generator --help'");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void makesNoOutputOfABatchThatCannotBeRead() {
        Run.of("batch", folder.resolve("no.ndjson"), "-o", folder.resolve("items.ndjson"));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "batch", "describe", "demo", "serve", "worker"})
    void helpShowsExamplesOfEachCommand(String command) {
        Run run = Run.of(command, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Usage: stac-generator " + command, "Options:", "Examples:")
                .contains("\n  stac-generator " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpListsTheCommandsAndExitCodes() {
        assertThat(Run.of("--help").out())
                .containsSubsequence(
                        "Commands:",
                        "generate",
                        "batch",
                        "describe",
                        "demo",
                        "serve",
                        "worker",
                        "Exit codes:",
                        "0",
                        "1",
                        "2");
    }

    @Test
    void argumentsAreReadFromAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("arguments"), "describe\n--help");
        assertThat(Run.of("@" + file).out()).contains("Usage: stac-generator describe");
    }

    @Test
    void versionNamesTheProgramAndItsJava() {
        assertThat(Run.of("--version").out())
                .startsWith("stac-generator ")
                .contains("Java " + System.getProperty("java.version"));
    }
}
