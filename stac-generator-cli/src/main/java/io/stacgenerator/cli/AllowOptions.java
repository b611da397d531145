package io.stacgenerator.cli;

import io.stacgenerator.StoragePolicy;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What may be read for the requests of others: nothing, until it is allowed. */
final class AllowOptions {

    private static final Duration REQUEST_TIME = Duration.ofMinutes(10);

    private static final String HOST = "[*]|[.]?[\\w-]+([.][\\w-]+)*|\\[?[\\p{XDigit}.]*:[\\p{XDigit}.:]+]?";

    @Option(
            names = "--allow-root",
            paramLabel = "DIR",
            description = "A folder below which files may be read; may be repeated. None by default.")
    private List<Path> roots = List.of();

    @Option(
            names = "--allow-host",
            paramLabel = "HOST",
            description =
                    "A host from which files may be read over https: data.example.com, .example.com for all below "
                            + "it, or * for all; may be repeated. None by default.")
    private List<String> hosts = List.of();

    StoragePolicy policy(CommandLine command) {
        hosts.stream().filter(host -> !host.matches(HOST)).findFirst().ifPresent(host -> {
            throw new ParameterException(
                    command, "--allow-host is '%s', expected a host such as data.example.com".formatted(host));
        });
        try {
            return StoragePolicy.builder()
                    .roots(roots.toArray(Path[]::new))
                    .hosts(hosts.toArray(String[]::new))
                    .requestTime(REQUEST_TIME)
                    .build();
        } catch (UncheckedIOException e) {
            throw new ParameterException(command, "%s, expected a folder that exists".formatted(e.getMessage()), e);
        }
    }

    List<String> roots() {
        return roots.stream()
                .map(root -> root.toAbsolutePath().normalize().toString())
                .toList();
    }

    List<String> hosts() {
        return hosts;
    }

    void warnIfNone(Console console) {
        if (roots.isEmpty() && hosts.isEmpty()) {
            console.note("nothing may be read: allow folders by --allow-root DIR, hosts by --allow-host HOST");
        }
    }
}
