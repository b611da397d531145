package io.stacgenerator.internal.xml;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of files that nobody vouches for: no document type, no entity, no other file. */
public final class SafeXml {

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
