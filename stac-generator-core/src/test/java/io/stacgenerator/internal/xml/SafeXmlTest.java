package io.stacgenerator.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

/** What is read is the same on each Java, whose defaults differ. */
final class SafeXmlTest {

    @Test
    void readsMoreElementsWithinEachOtherThanTheNewestJavaDoesByItself() throws XMLStreamException {
        assertThat(elements("<a>".repeat(5_000) + "</a>".repeat(5_000))).isEqualTo(5_000);
    }

    @Test
    void readsMoreAttributesThanTheNewestJavaDoesByItself() throws XMLStreamException {
        assertThat(elements(withAttributes(10_000))).isEqualTo(1);
    }

    @Test
    void readsNoElementWithMoreAttributesThanAnyHas() {
        assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> elements(withAttributes(10_001)));
    }

    private static String withAttributes(int count) {
        return IntStream.range(0, count).mapToObj("a%d='x'"::formatted).collect(Collectors.joining(" ", "<a ", "/>"));
    }

    @Test
    void readsManyCharacterReferencesAndEntitiesOfXml() throws XMLStreamException {
        assertThat(elements("<a>" + "&amp;&#228;x".repeat(200_000) + "</a>")).isEqualTo(1);
    }

    @Test
    void readsLongText() throws XMLStreamException {
        assertThat(elements("<a>" + "0 1 2 3 ".repeat(500_000) + "</a>")).isEqualTo(1);
    }

    @Test
    void resolvesNoEntity() {
        String document = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>";

        assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> elements(document));
    }

    private static int elements(String document) throws XMLStreamException {
        XMLStreamReader reader = SafeXml.reader(document);
        int elements = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                elements++;
            }
        }
        return elements;
    }
}
