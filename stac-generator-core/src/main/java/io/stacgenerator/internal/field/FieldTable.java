package io.stacgenerator.internal.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code known-fields.txt}, whose head explains its form. */
final class FieldTable {

    private static final String PUBLIC = "https://stac-extensions.github.io/%s/v%s/schema.json";

    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, KnownExtension> ownersOfBareNames = new HashMap<>();
    private final List<KnownExtension> extensions = new ArrayList<>();
    private final Deque<String> lines;
    private @Nullable KnownExtension section;

    private FieldTable(List<String> lines) {
        this.lines = new ArrayDeque<>(lines);
    }

    static KnownFields read(String resource) {
        try (InputStream in = requireNonNull(FieldTable.class.getResourceAsStream(resource), resource)) {
            return parse(new String(in.readAllBytes(), UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }

    static KnownFields parse(List<String> lines) {
        List<String> rows = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        FieldTable table = new FieldTable(rows);
        while (!table.lines.isEmpty()) {
            table.readNext();
        }
        return new KnownFields(table.fields, table.ownersOfBareNames, new KnownExtensions(table.extensions));
    }

    private void readNext() {
        String line = lines.element();
        if (line.startsWith("[")) {
            section = extension(lines.remove()).orElse(null);
            if (section != null) {
                extensions.add(section);
            }
        } else {
            add(readField(prefix()));
        }
    }

    private String prefix() {
        return section == null || section.prefixes().isEmpty()
                ? ""
                : section.prefixes().get(0);
    }

    private void add(Field field) {
        fields.put(field.name(), field);
        if (section != null && field.name().indexOf(':') < 0) {
            ownersOfBareNames.put(field.name(), section);
        }
    }

    private Field readField(String prefix) {
        String line = lines.remove();
        int depth = indent(line);
        Map<String, Field> members = new LinkedHashMap<>();
        while (!lines.isEmpty() && indent(lines.element()) > depth) {
            Field member = readField("");
            members.put(member.name(), member);
        }
        return new FieldRow(line, prefix).toField(members);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Reads a heading; there is no extension behind that of the common metadata, which is {@code [-]}. */
    private static Optional<KnownExtension> extension(String line) {
        int end = line.indexOf(']');
        List<String> head = List.of(line.substring(1, end).split(" ", -1));
        if (head.size() < 3) {
            return Optional.empty();
        }
        List<String> words = List.of(line.substring(end + 1).strip().split("\\s+", -1));
        List<String> prefixes =
                head.get(0).equals("-") ? List.of() : List.of(head.get(0).split(",", -1));
        String prefix = prefixes.isEmpty() ? "" : prefixes.get(0);
        return Optional.of(new KnownExtension(
                head.get(1),
                prefixes,
                PUBLIC.formatted(head.get(1), head.get(2)),
                words.contains("closed"),
                words.contains("used"),
                words.contains("asked"),
                after(words, "in:").map(FieldRow::levels).orElse(EnumSet.allOf(FieldLevel.class)),
                names(words, "needs:").stream()
                        .map(name -> FieldRow.fullName(name, prefix))
                        .collect(Collectors.toUnmodifiableSet()),
                names(words, "rels:")));
    }

    private static Set<String> names(List<String> words, String start) {
        return after(words, start).map(names -> Set.of(names.split(",", -1))).orElse(Set.of());
    }

    private static Optional<String> after(List<String> words, String start) {
        return words.stream()
                .filter(word -> word.startsWith(start))
                .map(word -> word.substring(start.length()))
                .findFirst();
    }
}
