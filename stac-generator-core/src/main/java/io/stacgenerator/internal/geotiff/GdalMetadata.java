package io.stacgenerator.internal.geotiff;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.internal.xml.SafeXml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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

    /** An item as GDAL writes it, where no character is written in another way. */
    private static final Pattern ITEM = Pattern.compile(
            "\\G[ \n]*+<Item name=\"(T)\"(?: sample=\"(T)\")?+(?: role=\"(T)\")?+(?: domain=\"(T)\")?+>(T)</Item>"
                    .replace("T", "[^<>&\"\n]*+"));

    private static final String START = "<GDALMetadata>";
    private static final Set<String> ENDS = Set.of("\n</GDALMetadata>", "\n</GDALMetadata>\n");

    /** Of items that are found before any is counted. */
    private static final int LONGEST = 64 * 1024;

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
                metadata.read(xml.get());
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

    private void read(String xml) throws XMLStreamException {
        List<MatchResult> items = items(xml);
        if (items.isEmpty()) {
            read(SafeXml.reader(xml));
        }
        items.forEach(item -> put(item.group(1), item.group(2), item.group(3), item.group(4), item.group(5)));
    }

    /**
     * Returns the items of a text that is exactly what GDAL writes, as nearly every one is; else none. A parser of XML
     * takes several times as long.
     */
    private static List<MatchResult> items(String xml) {
        List<MatchResult> items = new ArrayList<>();
        int end = 0;
        if (xml.startsWith(START) && xml.length() <= LONGEST && isPlain(xml)) {
            end = START.length();
            Matcher item = ITEM.matcher(xml).region(end, xml.length());
            while (item.find()) {
                items.add(item.toMatchResult());
                end = item.end();
            }
        }
        return ENDS.contains(xml.substring(end)) ? items : List.of();
    }

    /** Other characters may be none of XML. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && (c < ' ' || c > '~')) {
                return false;
            }
        }
        return true;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == START_ELEMENT && xml.getLocalName().equals("Item")) {
                put(
                        xml.getAttributeValue(null, "name"),
                        xml.getAttributeValue(null, "sample"),
                        xml.getAttributeValue(null, "role"),
                        xml.getAttributeValue(null, "domain"),
                        content(xml));
            }
        }
    }

    private void put(
            @Nullable String name,
            @Nullable String sample,
            @Nullable String role,
            @Nullable String domain,
            String value) {
        AssetBudget.element();
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
