package io.stacgenerator.internal.geotiff;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of files that nobody vouches for: no document type, no entity, no other file. */
final class SafeXml {

    private SafeXml() {}

    static XMLStreamReader reader(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new StringReader(text));
    }

    /** Returns the first line of a parser's complaint. */
    static String reason(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
}
