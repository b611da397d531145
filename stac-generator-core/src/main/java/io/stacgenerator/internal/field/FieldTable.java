package io.stacgenerator.internal.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.stacgenerator.spi.field.CollectionUse;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.SchemaRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code known-fields.txt}, whose head explains its form. */
final class FieldTable {

    private final FieldIndex index = new FieldIndex();
    private final Deque<String> lines;
    private @Nullable KnownExtension section;

    private FieldTable(List<String> lines) {
        this.lines = new ArrayDeque<>(lines);
    }

    static FieldIndex read(String resource) {
        try (InputStream in = requireNonNull(FieldTable.class.getResourceAsStream(resource), resource)) {
            return parse(new String(in.readAllBytes(), UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }

    static FieldIndex parse(List<String> lines) {
        List<String> rows = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        FieldTable table = new FieldTable(rows);
        while (!table.lines.isEmpty()) {
            table.readNext();
        }
        return table.index;
    }

    private void readNext() {
        String line = lines.element();
        if (line.startsWith("[")) {
            section = extension(lines.remove()).orElse(null);
            if (section != null) {
                index.add(section);
            }
        } else {
            index.add(readField(prefix()), section);
        }
    }

    private String prefix() {
        return section == null || section.prefixes().isEmpty()
                ? ""
                : section.prefixes().iterator().next();
    }

    private Field readField(String prefix) {
        String line = lines.remove();
        int depth = indent(line);
        List<Field> members = new ArrayList<>();
        while (!lines.isEmpty() && indent(lines.element()) > depth) {
            members.add(readField(""));
        }
        return new FieldRow(line, prefix).toField(members);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Reads a heading; there is no extension after that of the common metadata, which is {@code [-]}. */
    private static Optional<KnownExtension> extension(String line) {
        int end = line.indexOf(']');
        List<String> head = List.of(line.substring(1, end).split(" ", -1));
        if (head.size() < 3) {
            return Optional.empty();
        }
        List<String> words = FieldRow.words(line.substring(end + 1));
        Set<String> prefixes = head.get(0).equals("-")
                ? Set.of()
                : new LinkedHashSet<>(List.of(head.get(0).split(",", -1)));
        return Optional.of(new KnownExtension(
                head.get(1),
                Set.of(),
                prefixes,
                "https://stac-extensions.github.io/" + head.get(1) + "/v" + head.get(2) + "/schema.json",
                words.contains("asked"),
                rules(words, prefixes.isEmpty() ? "" : prefixes.iterator().next())));
    }

    private static SchemaRules rules(List<String> words, String prefix) {
        SchemaRules rules = words.contains("closed") ? SchemaRules.open().closed() : SchemaRules.open();
        Optional<FieldLevel[]> levels = after(words, "in:").map(FieldRow::levels);
        if (words.contains("used")) {
            rules = rules.usedAt(levels.orElse(FieldLevel.values()));
        } else if (levels.isPresent()) {
            rules = rules.at(levels.get());
        }
        String[] needs = names(words, "needs:")
                .map(name -> FieldRow.fullName(name, prefix))
                .toArray(String[]::new);
        CollectionUse use = after(words, "collections:")
                .map(word -> CollectionUse.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(CollectionUse.FREE);
        return rules.needing(needs)
                .orLinks(names(words, "rels:").toArray(String[]::new))
                .inCollections(use);
    }

    private static Stream<String> names(List<String> words, String start) {
        return after(words, start).stream().flatMap(names -> Stream.of(names.split(",", -1)));
    }

    private static Optional<String> after(List<String> words, String start) {
        return words.stream()
                .filter(word -> word.startsWith(start))
                .map(word -> word.substring(start.length()))
                .findFirst();
    }
}
