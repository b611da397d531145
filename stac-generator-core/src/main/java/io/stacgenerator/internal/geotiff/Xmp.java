package io.stacgenerator.internal.geotiff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.xml.SafeXml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XMP packet (ISO 16684-1): its simple properties by prefix and name, with {@code XMP:} in front. Prefixes are
 * those that writers agree on, such as {@code drone-dji}; the items of an array are joined by commas.
 */
final class Xmp {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /** The simple values of a camera are short; packets of editors are not. */
    private static final int LONGEST = 1000;

    private final Map<String, String> tags = new LinkedHashMap<>();
    private String property = "";

    private Xmp() {}

    static Map<String, String> read(byte[] packet, List<Warning> warnings) {
        String text = new String(packet, UTF_8);
        int start = text.indexOf('<');
        if (start < 0) {
            return Map.of();
        }
        Xmp xmp = new Xmp();
        try {
            XMLStreamReader xml = SafeXml.reader(text.substring(start).replace("\0", ""));
            while (xml.hasNext()) {
                xmp.read(xml);
            }
        } catch (XMLStreamException e) {
            warnings.add(new Warning("xmp-unreadable", "the XMP of the image is not read: " + SafeXml.reason(e)));
        }
        return xmp.tags;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
            throw new XMLStreamException("it has a document type");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            AssetBudget.element();
            if (!RDF.equals(xml.getNamespaceURI())) {
                property = name(xml.getPrefix(), xml.getLocalName());
            }
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (!RDF.equals(xml.getAttributeNamespace(i))) {
                    put(name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
                }
            }
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
            put(property, xml.getText());
        }
    }

    private static String name(String prefix, String name) {
        return "XMP:" + Objects.requireNonNullElse(prefix, "") + ":" + name;
    }

    private void put(String name, String value) {
        String text = value.strip();
        if (!text.isEmpty() && text.length() <= LONGEST) {
            tags.merge(name, text, (before, next) -> before.length() > LONGEST ? before : before + ", " + next);
        }
    }
}
