package io.stacgenerator.internal.vendor;

import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.xml.SafeXml;
import io.stacgenerator.spi.vendor.Section;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML. A document type is passed over: nothing is loaded, and an entity that it declares is an error. */
final class XmlSections {

    private XmlSections() {}

    static Section read(String text, String href) {
        Sections sections = new Sections(href);
        try {
            XMLStreamReader xml = SafeXml.reader(text);
            while (xml.hasNext()) {
                read(xml, sections);
            }
        } catch (XMLStreamException e) {
            throw sections.malformed("is not well-formed XML: " + SafeXml.reason(e));
        }
        return sections.finish();
    }

    private static void read(XMLStreamReader xml, Sections sections) throws XMLStreamException {
        switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> sections.begin(xml.getLocalName(), attributes(xml));
            case XMLStreamConstants.END_ELEMENT -> sections.end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> sections.text(xml.getText());
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw sections.malformed(
                        "refers to the entity %s, which is not resolved".formatted(xml.getLocalName()));
            default -> {
                // comments, processing instructions, document types and white space say nothing
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            AssetBudget.element();
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }
}
