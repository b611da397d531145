package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

final class FishCompletionTest {

    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());
    private static final String FISH = FishCompletion.of(Main.commandLine(NOWHERE, NOWHERE));

    @Test
    void completesCommandsOptionsAndTheirValues() {
        assertThat(FISH.lines())
                .anyMatch(line -> line.startsWith(
                        "complete -c stac-generator -n '__fish_use_subcommand' -f -a generate -d 'Makes one item of "))
                .anyMatch(line -> line.startsWith(
                        "complete -c stac-generator -n '__fish_seen_subcommand_from generate' -s o -l output -r -d "))
                .anyMatch(line -> line.contains(" -l source -r -f -a 'automatic manual' -d "))
                .anyMatch(line ->
                        line.startsWith("complete -c stac-generator -n '__fish_seen_subcommand_from collection; "
                                + "and __fish_seen_subcommand_from create' -l id -r -d "));
    }

    @Test
    void eachLineIsOneCommandWhoseQuotesAreClosed() {
        assertThat(FISH.lines()).allSatisfy(line -> {
            assertThat(line).startsWith("complete -c stac-generator -n '").doesNotContain("${", "%n", "-d ''");
            assertThat(line.replace("\\\\", "")
                                    .replace("\\'", "")
                                    .chars()
                                    .filter(c -> c == '\'')
                                    .count()
                            % 2)
                    .isZero();
        });
    }
}
