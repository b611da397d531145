package io.stacgenerator.internal.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A named part of a metadata document: an element of XML, a group or a value of ODL, a member of JSON. Names are
 * compared without regard to case, because vendors write the same names in several forms.
 *
 * @param name the local name
 * @param text its own text, blank when it only holds others
 * @param parts what it holds, in document order
 */
record Section(String name, String text, List<Section> parts) {

    Section {
        parts = List.copyOf(parts);
    }

    /** Returns the text of the first section within this one that has the name and a text. */
    Optional<String> text(String wanted) {
        return texts(wanted).findFirst();
    }

    /** Returns the texts of all sections within this one that have the name. */
    Stream<String> texts(String wanted) {
        return all(wanted).map(section -> section.text().strip()).filter(text -> !text.isEmpty());
    }

    /** Returns all sections within this one that have the name, in document order. */
    Stream<Section> all(String wanted) {
        return within().filter(section -> section.name().equalsIgnoreCase(wanted));
    }

    /** Returns all sections within this one, in document order. */
    Stream<Section> within() {
        return parts.stream().flatMap(part -> Stream.concat(Stream.of(part), part.within()));
    }

    /** A section that is being read. */
    static final class Open {

        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final List<Section> parts = new ArrayList<>();

        Open(String name) {
            this.name = name;
        }

        void append(String more) {
            text.append(more);
        }

        void add(Section part) {
            parts.add(part);
        }

        Section close() {
            return new Section(name, parts.isEmpty() ? text.toString() : "", parts);
        }
    }
}
