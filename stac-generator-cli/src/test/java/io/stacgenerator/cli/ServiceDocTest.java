package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** docs/service.md, the OpenAPI document and the options of the command say the same. */
final class ServiceDocTest {

    private static final Pattern CALL = Pattern.compile("`(GET|POST|DELETE) (/[^` ?]*)[^`]*`");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");
    private static final Pattern PARAMETER = Pattern.compile("`([a-z]+)=");
    private static final Pattern STATUS = Pattern.compile("\\b([1-5][0-9][0-9])\\b");
    private static final Set<String> FILES_OF_THE_PAGE = Set.of("GET /", "GET /api.html");

    private String text;
    private Map<String, Object> paths;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Path.of("../docs/service.md"));
        try (InputStream in = Main.class.getResourceAsStream("service/openapi.json")) {
            paths = object(JsonText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .get("paths"));
        }
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    /** The lines of a section that are of its first table, or of all its tables. */
    private Stream<String> rows(String heading) {
        int start = text.indexOf("\n## " + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end).lines().filter(line -> line.startsWith("| "));
    }

    private static Set<String> found(Pattern pattern, Stream<String> lines) {
        return lines.flatMap(line -> pattern.matcher(line).results())
                .map(match -> match.groupCount() == 1 ? match.group(1) : match.group(1) + " " + match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Map.Entry<String, Object>> operations() {
        return paths.entrySet().stream()
                .flatMap(path -> object(path.getValue()).entrySet().stream()
                        .filter(member -> Set.of("get", "post", "delete").contains(member.getKey()))
                        .map(member -> Map.entry(
                                member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), member.getValue())));
    }

    @Test
    void eachCallIsListedAndNoOther() {
        Set<String> listed = found(CALL, rows("Calls"));
        listed.removeAll(FILES_OF_THE_PAGE);
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        operations().map(Map.Entry::getKey).toList());
    }

    @Test
    void eachParameterOfTheListIsExplained() {
        Set<String> explained = found(PARAMETER, rows("Calls"));
        List<String> known = operations()
                .filter(operation -> operation.getKey().equals("GET /jobs"))
                .flatMap(operation -> ((List<?>) object(operation.getValue()).get("parameters")).stream())
                .map(parameter -> name(object(parameter)))
                .toList();
        assertThat(explained).containsExactlyInAnyOrderElementsOf(known);
    }

    private static String name(Map<String, Object> parameter) {
        Map<String, String> shared =
                Map.of("Status", "status", "Code", "code", "Provider", "provider", "Text", "q", "JobId", "job_id");
        return parameter.containsKey("name")
                ? (String) parameter.get("name")
                : shared.get(((String) parameter.get("$ref")).replaceFirst(".*/", ""));
    }

    @Test
    void eachStatusOfAnErrorIsExplained() {
        Set<String> answered = operations()
                .flatMap(operation -> object(object(operation.getValue()).get("responses")).keySet().stream())
                .filter(status -> status.compareTo("400") >= 0)
                .collect(Collectors.toSet());
        Set<String> explained = found(STATUS, rows("Errors").map(row -> row.split("\\|", -1)[1]));
        explained.remove("405"); // of paths, not of operations
        assertThat(explained).isEqualTo(answered);
    }

    @Test
    void eachOptionIsExplainedAndNoOther() {
        CommandLine main = Main.commandLine(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));
        Set<String> options = names(main, "serve");
        options.removeAll(names(main, "generate")); // how items are made, which README explains
        Set<String> explained = found(OPTION, rows("Options").map(row -> row.split("\\|", -1)[1]));
        explained.removeAll(names(main, "generate"));
        assertThat(explained).isEqualTo(options);
    }

    private static Set<String> names(CommandLine main, String command) {
        return main.getSubcommands().get(command).getCommandSpec().options().stream()
                .map(option -> option.longestName())
                .filter(name -> name.startsWith("--"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
