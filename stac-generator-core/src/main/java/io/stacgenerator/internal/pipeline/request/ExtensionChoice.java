package io.stacgenerator.internal.pipeline.request;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Fault;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StacVersion;
import io.stacgenerator.spi.StacExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the extensions that a request names. */
public final class ExtensionChoice {

    private static final Pattern VERSION = Pattern.compile("/v(\\d[^/]*)");

    /** What stands before a version: {@code eo@2.0.0}, {@code eo@v2.0.0} or {@code eo/v2.0.0}. */
    private static final Pattern PINNED = Pattern.compile("(@v?|/v?)(?=\\d)");

    private final List<StacExtension> installed;

    public ExtensionChoice(List<StacExtension> installed) {
        this.installed = installed;
    }

    public List<StacExtension> choose(List<String> names) {
        if (names.isEmpty()) {
            return installed;
        }
        List<StacExtension> named = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<StacExtension> found = find(names.get(i));
            found.ifPresent(named::add);
            if (found.isEmpty()) {
                faults.add(unknown(i, names.get(i)));
            }
        }
        if (!faults.isEmpty()) {
            throw new StacGeneratorException(ErrorCode.UNKNOWN_EXTENSION, "unknown extension", faults);
        }
        return installed.stream().filter(named::contains).toList();
    }

    private Optional<StacExtension> find(String name) {
        String wanted = name.contains("://")
                ? name.strip()
                : PINNED.matcher(name.strip()).replaceFirst("@");
        return installed.stream()
                .filter(extension -> names(extension).anyMatch(wanted::equalsIgnoreCase))
                .findFirst();
    }

    /** An extension goes by its names, by these with a version, and by its URIs. */
    private static Stream<String> names(StacExtension extension) {
        List<String> uris =
                Stream.of(StacVersion.values()).map(extension::schemaUri).toList();
        Stream<String> plain = Stream.concat(Stream.of(extension.id()), extension.aliases().stream());
        return Stream.concat(
                uris.stream(),
                plain.flatMap(name ->
                        Stream.concat(Stream.of(name), uris.stream().map(uri -> versioned(name, uri)))));
    }

    private static String versioned(String name, String uri) {
        Matcher version = VERSION.matcher(uri);
        return version.find() ? name + "@" + version.group(1) : name;
    }

    private Fault unknown(int index, String name) {
        String known = installed.stream()
                .map(extension -> versioned(extension.id(), extension.schemaUri(StacVersion.V1_1_0)))
                .collect(Collectors.joining(", "));
        String meant = Spelling.meant(
                        name, installed.stream().flatMap(ExtensionChoice::names).toList())
                .map(", did you mean %s?"::formatted)
                .orElse("");
        return new Fault(
                "/extensions/" + index, "'%s' is not installed, expected one of %s%s".formatted(name, known, meant));
    }
}
