package io.stacgenerator.internal.vendor;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.vendor.Section;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a document in XML, JSON or ODL into sections, so that one parser reads all forms of a vendor. */
final class Sections {

    private static final int MAX_DEPTH = 100;

    private final Deque<OpenSection> open = new ArrayDeque<>();
    private final String href;

    Sections(String href) {
        this.href = href;
        open.push(new OpenSection("", Map.of()));
    }

    /**
     * Reads a document.
     *
     * @throws StacGeneratorException with {@code INVALID_METADATA} when it is malformed
     */
    static Section read(MetadataDocument document) {
        String text = document.text().strip();
        return switch (text.isEmpty() ? '\0' : text.charAt(0)) {
            case '<' -> XmlSections.read(text, document.href());
            case '{' -> of("", JsonReader.object(text, ErrorCode.INVALID_METADATA, "metadata " + document.href()));
            default -> OdlSections.read(text, document.href());
        };
    }

    /** Makes a section of a JSON value, whose depth the reader of JSON has checked. */
    static Section of(String name, @Nullable Object value) {
        List<Section> parts = new ArrayList<>();
        if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> parts.add(of(String.valueOf(key), member)));
        } else if (value instanceof List<?> elements) {
            elements.forEach(element -> parts.add(of(name, element)));
        }
        return new Section(name, parts.isEmpty() && value != null ? value.toString() : "", Map.of(), parts);
    }

    void begin(String name) {
        begin(name, Map.of());
    }

    void begin(String name, Map<String, String> attributes) {
        AssetBudget.element();
        if (open.size() > MAX_DEPTH) {
            throw malformed("nests deeper than %d levels".formatted(MAX_DEPTH));
        }
        open.push(new OpenSection(name, attributes));
    }

    void text(String text) {
        open.element().append(text);
    }

    void end() {
        if (open.size() < 2) {
            throw malformed("ends a group that was not begun");
        }
        Section closed = open.pop().close();
        open.element().add(closed);
    }

    Section finish() {
        if (open.size() > 1) {
            throw malformed("ends within a group");
        }
        return open.element().close();
    }

    StacGeneratorException malformed(String fault) {
        return new StacGeneratorException(ErrorCode.INVALID_METADATA, "metadata %s %s".formatted(href, fault));
    }

    /** A section that is being read. */
    private static final class OpenSection {

        private final String name;
        private final Map<String, String> attributes;
        private final StringBuilder text = new StringBuilder();
        private final List<Section> parts = new ArrayList<>();

        OpenSection(String name, Map<String, String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        void append(String more) {
            text.append(more);
        }

        void add(Section part) {
            parts.add(part);
        }

        Section close() {
            return new Section(name, parts.isEmpty() ? text.toString() : "", attributes, parts);
        }
    }
}
