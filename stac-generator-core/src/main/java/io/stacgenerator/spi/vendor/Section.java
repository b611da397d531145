package io.stacgenerator.spi.vendor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A named part of a metadata document: an element of XML, a group or a value of ODL, a member of JSON. Names are
 * compared without regard to case, because vendors write the same names in several forms.
 *
 * @param name the local name
 * @param text its own text, blank when it only holds others
 * @param attributes the attributes of an element of XML, by local name
 * @param parts what it holds, in document order
 * @since 0.1.0
 */
public record Section(String name, String text, Map<String, String> attributes, List<Section> parts) {

    /** Keeps copies. */
    public Section {
        attributes = Map.copyOf(attributes);
        parts = List.copyOf(parts);
    }

    /**
     * Returns the text of the first section within this one that has a name and a text.
     *
     * @param wanted the name
     * @return the text without blanks around it; empty where there is none
     */
    public Optional<String> text(String wanted) {
        return texts(wanted).findFirst();
    }

    /**
     * Returns the strings of all sections within this one that have a name.
     *
     * @param wanted the name
     * @return the strings in document order, without blank ones
     */
    public Stream<String> texts(String wanted) {
        return all(wanted).map(section -> section.text().strip()).filter(text -> !text.isEmpty());
    }

    /**
     * Returns the first section within this one that has a name.
     *
     * @param wanted the name
     * @return the section; empty where there is none
     */
    public Optional<Section> first(String wanted) {
        return all(wanted).findFirst();
    }

    /**
     * Returns the first section within this one that has a name, to read what belongs to it alone.
     *
     * @param wanted the name
     * @return the section; one that says nothing where there is none
     */
    public Section part(String wanted) {
        return first(wanted).orElseGet(() -> new Section(wanted, "", Map.of(), List.of()));
    }

    /**
     * Returns an attribute of this element.
     *
     * @param wanted its local name, in the case in which it is written
     * @return the value; empty where there is none
     */
    public Optional<String> attribute(String wanted) {
        return Optional.ofNullable(attributes.get(wanted)).map(String::strip);
    }

    /**
     * Returns all sections within this one that have a name.
     *
     * @param wanted the name
     * @return the sections in document order
     */
    public Stream<Section> all(String wanted) {
        return within().filter(section -> section.name().equalsIgnoreCase(wanted));
    }

    /**
     * Returns all sections within this one, at any depth.
     *
     * @return the sections in document order
     */
    public Stream<Section> within() {
        return parts.stream().flatMap(part -> Stream.concat(Stream.of(part), part.within()));
    }
}
