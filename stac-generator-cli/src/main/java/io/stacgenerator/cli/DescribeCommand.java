package io.stacgenerator.cli;

import io.stacgenerator.InstalledServices;
import io.stacgenerator.InstalledServices.InstalledService;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.cli.console.Table;
import io.stacgenerator.model.JsonText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what is installed. */
@Command(
        name = "describe",
        description = "Lists what is installed, in which order it is asked, what is broken and what could be added.",
        footer = {"  ${COMMAND-FULL-NAME}", "  ${COMMAND-FULL-NAME} --json | jq .missing"})
final class DescribeCommand extends Subcommand {

    @Option(names = "--json", description = "Write JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = command().getOut();
        try (StacGenerator generator = StacGenerator.create()) {
            InstalledServices installed = generator.describe();
            if (json) {
                out.println(JsonText.pretty(json(installed)));
            } else {
                printTable(out, installed);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static void printTable(PrintWriter out, InstalledServices installed) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("KIND", "ID", "ORDER", "CLASS", "FROM"));
        installed.services().forEach(service -> rows.add(row(service)));
        Table.lines(rows).forEach(out::println);
        printList(
                out,
                "From:",
                installed.services().stream()
                        .map(InstalledService::location)
                        .distinct()
                        .toList());
        printList(out, "Broken:", installed.broken());
        printList(out, "Missing:", installed.missing());
    }

    private static List<String> row(InstalledService service) {
        return List.of(
                service.kind(),
                service.id(),
                Integer.toString(service.order()),
                service.className(),
                service.location().replaceFirst("^.*/(?=.)", ""));
    }

    private static void printList(PrintWriter out, String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            out.println();
            out.println(heading);
            sentences.forEach(sentence -> out.println("  " + sentence));
        }
    }

    private static Map<String, Object> json(InstalledServices installed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "services",
                installed.services().stream().map(DescribeCommand::json).toList());
        json.put("broken", installed.broken());
        json.put("missing", installed.missing());
        return json;
    }

    private static Map<String, Object> json(InstalledService service) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", service.kind());
        json.put("id", service.id());
        json.put("order", service.order());
        json.put("class", service.className());
        json.put("location", service.location());
        json.put("discovered", service.discovered());
        return json;
    }
}
