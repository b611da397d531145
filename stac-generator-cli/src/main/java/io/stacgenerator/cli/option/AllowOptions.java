package io.stacgenerator.cli.option;

import io.stacgenerator.StoragePolicy;
import io.stacgenerator.cli.service.ServiceLog;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What may be read for the requests of others: nothing, until it is allowed. */
public final class AllowOptions {

    private static final Duration REQUEST_TIME = Duration.ofMinutes(10);

    private static final String SCHEME = "[A-Za-z][A-Za-z0-9+.-]*";

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

    @Option(
            names = "--allow-prefix",
            paramLabel = "HREF",
            description =
                    "The start of hrefs that may be read: a folder of a host, or a bucket, a container or a folder "
                            + "of an object storage, such as https://data.example.com/public/, s3://bucket/, gs://bucket/ or "
                            + "az://container@account/folder/; may be repeated. None by default.")
    private List<String> prefixes = List.of();

    @Option(
            names = "--allow-scheme",
            paramLabel = "SCHEME",
            description = "A scheme besides https by which the hosts of --allow-host may be read, such as http, s3 or "
                    + "az; may be repeated. None by default.")
    private List<String> schemes = List.of();

    @Option(
            names = "--allow-private-addresses",
            description = "Allow the hosts of --allow-host and --allow-prefix to be in a private network or on this "
                    + "machine.")
    private boolean privateAddresses;

    StoragePolicy policy(CommandLine command) {
        hosts.stream().filter(host -> !host.matches(HOST)).findFirst().ifPresent(host -> {
            throw new ParameterException(
                    command, "--allow-host is '%s', expected a host such as data.example.com".formatted(host));
        });
        schemes.stream().filter(scheme -> !scheme.matches(SCHEME)).findFirst().ifPresent(scheme -> {
            throw new ParameterException(
                    command, "--allow-scheme is '%s', expected a scheme such as s3".formatted(scheme));
        });
        try {
            return StoragePolicy.builder()
                    .roots(roots.toArray(Path[]::new))
                    .hosts(hosts.toArray(String[]::new))
                    .prefixes(prefixes.toArray(String[]::new))
                    .schemes(Stream.concat(Stream.of("https"), schemes.stream()).toArray(String[]::new))
                    .privateAddresses(privateAddresses)
                    .requestTime(REQUEST_TIME)
                    .build();
        } catch (UncheckedIOException e) {
            throw new ParameterException(command, "%s, expected a folder that exists".formatted(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "--allow-prefix: " + e.getMessage(), e);
        }
    }

    public List<String> roots() {
        return roots.stream()
                .map(root -> root.toAbsolutePath().normalize().toString())
                .toList();
    }

    public List<String> hosts() {
        return hosts;
    }

    public List<String> prefixes() {
        return prefixes;
    }

    public void warnIfNone(ServiceLog log) {
        if (roots.isEmpty() && hosts.isEmpty() && prefixes.isEmpty()) {
            log.note("nothing may be read: allow folders by --allow-root DIR, hosts by --allow-host HOST, "
                    + "buckets by --allow-prefix HREF");
        }
    }
}
