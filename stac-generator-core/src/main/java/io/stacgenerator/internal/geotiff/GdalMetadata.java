package io.stacgenerator.internal.geotiff;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.internal.xml.SafeXml;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What GDAL keeps in its tag GDAL_METADATA, an XML text: items of the dataset and of bands by name, those of a domain
 * with the domain and a colon in front, and what items with a role say of a band.
 */
final class GdalMetadata {

    private static final Pattern SAMPLE = Pattern.compile("\\d{1,5}");

    private final Map<String, String> dataset = new LinkedHashMap<>();
    private final Map<Integer, Map<String, String>> bands = new HashMap<>();
    private final Map<Integer, Map<String, String>> roles = new HashMap<>();

    private GdalMetadata() {}

    /** Reads the tag of an image; what follows a fault in it is left out with a warning. */
    static GdalMetadata of(Ifd ifd, List<Warning> warnings) throws IOException {
        GdalMetadata metadata = new GdalMetadata();
        Optional<String> xml = ifd.text(TagId.GDAL_METADATA);
        if (xml.isPresent()) {
            try {
                metadata.read(SafeXml.reader(xml.get()));
            } catch (XMLStreamException e) {
                warnings.add(new Warning(
                        "gdal-metadata-malformed",
                        "the tag GDAL_METADATA is not well-formed XML, what follows the fault is ignored: %s"
                                .formatted(SafeXml.reason(e))));
            }
        }
        return metadata;
    }

    /** Returns the items of the dataset. */
    Map<String, String> dataset() {
        return dataset;
    }

    /** Returns the items of a band. */
    Map<String, String> band(int sample) {
        return bands.getOrDefault(sample, Map.of());
    }

    /** Returns what an item with a role says of a band, or null: {@code description}, {@code unittype} and so on. */
    @Nullable String role(int sample, String role) {
        String text = roles.getOrDefault(sample, Map.of()).get(role);
        return text == null || text.isBlank() ? null : text;
    }

    /** Returns the number that an item with a role gives a band, or null: {@code scale} or {@code offset}. */
    @Nullable Double number(int sample, String role) {
        String text = role(sample, role);
        Double number = text == null ? null : GdalNumber.parse(text);
        return number == null || !Double.isFinite(number) ? null : number;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == START_ELEMENT && xml.getLocalName().equals("Item")) {
                item(xml);
            }
        }
    }

    private void item(XMLStreamReader xml) throws XMLStreamException {
        AssetBudget.element();
        String name = xml.getAttributeValue(null, "name");
        String domain = xml.getAttributeValue(null, "domain");
        String sample = xml.getAttributeValue(null, "sample");
        String role = xml.getAttributeValue(null, "role");
        String value = content(xml);
        if (name == null) {
            return;
        }
        String key = domain == null || domain.isEmpty() ? name : domain + ":" + name;
        if (sample == null || !SAMPLE.matcher(sample).matches()) {
            dataset.put(key, value);
        } else if (role == null || role.isEmpty()) {
            bands.computeIfAbsent(Integer.valueOf(sample), each -> new LinkedHashMap<>())
                    .put(key, value);
        } else {
            roles.computeIfAbsent(Integer.valueOf(sample), each -> new HashMap<>())
                    .put(role.toLowerCase(Locale.ROOT), value);
        }
    }

    /** GDAL escapes values before it makes XML of them. */
    private static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&amp;", "&");
    }

    /** Returns the text of an element, elements in it left out. */
    private static String content(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == START_ELEMENT) {
                depth++;
            } else if (event == END_ELEMENT) {
                depth--;
            } else if (depth == 1 && xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        return unescaped(text.toString());
    }
}
