package com.acme.stac;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the reports of Acme stations: lines of text with a name, a colon and a value each. */
public final class AcmeMetadataParser implements MetadataParser {

    private static final String MAGIC = "ACME REPORT\n";
    private static final Map<String, String> FIELDS = Map.of(
            "measured", "datetime",
            "station", "acme:station",
            "score", "acme:score",
            "satellite", "platform");

    @Override
    public String id() {
        return "acme-report";
    }

    /** Goes before the parsers of the library, which take what they know whatever its first line is. */
    @Override
    public int order() {
        return -1;
    }

    @Override
    public boolean supports(MetadataDocument document, String provider) {
        return document.text().startsWith(MAGIC);
    }

    @Override
    public Map<String, Object> parse(MetadataDocument document, GenerationContext context) {
        Map<String, Object> properties = new LinkedHashMap<>();
        document.text().substring(MAGIC.length()).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new StacGeneratorException(
                        ErrorCode.INVALID_METADATA,
                        "report %s has the line '%s', expected a name, a colon and a value"
                                .formatted(document.href(), line));
            }
            String field = FIELDS.get(line.substring(0, colon));
            if (field != null) {
                properties.put(field, line.substring(colon + 1).strip());
            }
        });
        return Map.of("properties", properties);
    }
}
