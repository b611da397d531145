package io.stacgenerator.internal.xml;

import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of files that nobody vouches for: no document type, no entity, no other file. */
public final class SafeXml {

    /**
     * The defaults before Java 24, which has far smaller ones, so that a document is read alike on each Java. What may
     * come of a document is bounded where it is read. Entities are those of XML itself, such as the one of an
     * ampersand, and characters by number.
     */
    private static final Map<String, Integer> LIMITS = Map.of(
            "jdk.xml.maxElementDepth", 0,
            "jdk.xml.elementAttributeLimit", 10_000,
            "jdk.xml.totalEntitySizeLimit", 50_000_000,
            "jdk.xml.maxGeneralEntitySizeLimit", 0);

    private SafeXml() {}

    /**
     * Opens a document.
     *
     * @param text the document
     * @return a reader that resolves no entity; an undeclared one is an error
     * @throws XMLStreamException when the document cannot be opened
     */
    public static XMLStreamReader reader(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        LIMITS.forEach(factory::setProperty);
        return factory.createXMLStreamReader(new StringReader(text));
    }

    /**
     * Returns the first line of a parser's complaint.
     *
     * @param e the complaint
     * @return one line
     */
    public static String reason(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
}
