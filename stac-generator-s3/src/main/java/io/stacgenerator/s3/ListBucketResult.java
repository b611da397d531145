package io.stacgenerator.s3;

import io.stacgenerator.spi.HttpListing.Entry;
import io.stacgenerator.spi.HttpListing.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** A page of a listing in XML. */
final class ListBucketResult {

    private static final XMLInputFactory XML = factory();

    private final List<String> keys = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private String parent = "";
    private String next = "";
    private boolean encoded;
    private boolean truncated;

    private ListBucketResult() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * Reads the answer to ListObjectsV2.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static Page parse(ByteBuffer document) {
        byte[] bytes = new byte[document.remaining()];
        document.get(bytes);
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            return parse(XML.createXMLStreamReader(in));
        } catch (IOException | XMLStreamException e) {
            throw new IllegalArgumentException("malformed XML", e);
        }
    }

    private static Page parse(XMLStreamReader xml) throws XMLStreamException {
        xml.nextTag();
        if (!xml.getLocalName().equals("ListBucketResult")) {
            throw new IllegalArgumentException("expected ListBucketResult, got " + xml.getLocalName());
        }
        ListBucketResult result = new ListBucketResult();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                result.element(xml);
            }
        }
        return result.page();
    }

    private void element(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "Contents", "CommonPrefixes" -> parent = xml.getLocalName();
            case "Key" -> keys.add(xml.getElementText());
            case "Prefix" -> prefix(xml.getElementText());
            case "EncodingType" -> encoded = xml.getElementText().equals("url");
            case "IsTruncated" ->
                truncated = Boolean.parseBoolean(xml.getElementText().strip());
            case "NextContinuationToken" -> next = xml.getElementText();
            default -> {}
        }
    }

    /** The prefix that was asked for is repeated at the top. */
    private void prefix(String prefix) {
        if (parent.equals("CommonPrefixes")) {
            prefixes.add(prefix);
        }
    }

    private Page page() {
        List<Entry> entries = new ArrayList<>(keys.size() + prefixes.size());
        keys.forEach(key -> entries.add(new Entry(decoded(key), false)));
        prefixes.forEach(prefix -> entries.add(new Entry(decoded(prefix), true)));
        return new Page(entries, truncated && !next.isEmpty() ? next : null);
    }

    private String decoded(String name) {
        return encoded ? SdkHttpUtils.urlDecode(name) : name;
    }
}
