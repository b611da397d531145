package io.stacgenerator.internal.metadata;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.spi.MetadataDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a document in XML, JSON or ODL into sections, so that one parser reads all forms of a vendor. */
final class Sections {

    private static final int MAX_DEPTH = 100;

    private final Deque<Section.Open> open = new ArrayDeque<>();
    private final String href;

    Sections(String href) {
        this.href = href;
        open.push(new Section.Open(""));
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
        return new Section(name, parts.isEmpty() && value != null ? value.toString() : "", parts);
    }

    /** Returns the members of an object of JSON. */
    static Map<String, Object> members(Map<?, ?> object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }

    void begin(String name) {
        if (open.size() > MAX_DEPTH) {
            throw malformed("nests deeper than %d levels".formatted(MAX_DEPTH));
        }
        open.push(new Section.Open(name));
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
}
