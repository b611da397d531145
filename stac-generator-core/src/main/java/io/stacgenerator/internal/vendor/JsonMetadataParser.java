package io.stacgenerator.internal.vendor;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads STAC Items, parts of them, and flat maps of properties in JSON. Comes after the parsers of vendors. */
public final class JsonMetadataParser implements MetadataParser {

    private static final int LAST = 1000;

    /** What STAC describes next to Items: a Collection is given as that of the request. */
    private static final Set<String> OTHERS = Set.of("Collection", "Catalog");

    /**
     * Members of an Item and fields without prefix (STAC 1.1.0, common metadata and timestamps), one of which is
     * enough.
     */
    private static final Set<String> NAMES = Set.of(
            "stac_version",
            "stac_extensions",
            "geometry",
            "bbox",
            "properties",
            "links",
            "assets",
            "collection",
            "title",
            "description",
            "keywords",
            "datetime",
            "start_datetime",
            "end_datetime",
            "created",
            "updated",
            "license",
            "providers",
            "platform",
            "instruments",
            "constellation",
            "mission",
            "gsd",
            "bands",
            "roles",
            "data_type",
            "nodata",
            "unit",
            "published",
            "expires",
            "unpublished",
            "version",
            "deprecated",
            "experimental",
            "language",
            "languages",
            "contacts",
            "themes");

    @Override
    public String id() {
        return "json";
    }

    @Override
    public int order() {
        return LAST;
    }

    /** Takes what begins as JSON does, so that one that is malformed is reported as such. */
    @Override
    public boolean supports(MetadataDocument document, @Nullable String provider) {
        String text = document.text().stripLeading();
        return text.startsWith("{") || text.startsWith("[");
    }

    @Override
    public Map<String, Object> parse(MetadataDocument document, GenerationContext context) {
        if (!document.isUtf8()) {
            String message =
                    "%s is not UTF-8, which JSON is; read as %s".formatted(document.href(), document.charset());
            tell("not-utf-8", message, context);
        }
        Map<String, Object> read =
                JsonReader.object(document.text(), ErrorCode.INVALID_METADATA, "metadata " + document.href());
        return unwrapped(read, context)
                .filter(item -> item.isEmpty() || item.keySet().stream().anyMatch(JsonMetadataParser::isOfStac))
                .orElseGet(() -> unread(document, context));
    }

    /** Takes an Item out of the result that this library writes, or out of the answer of a STAC API. */
    private static Optional<Map<String, Object>> unwrapped(Map<String, Object> read, GenerationContext context) {
        if (OTHERS.contains(String.valueOf(read.get("type")))) {
            return Optional.empty();
        }
        Optional<Map<String, Object>> item = JsonValues.object(read.get("item"));
        if (item.isPresent() && read.containsKey("warnings")) {
            return item;
        }
        Optional<List<Object>> features = JsonValues.array(read.get("features"));
        return features.isPresent() ? feature(features.get(), context) : Optional.of(read);
    }

    /** Returns the only feature, or the one with the id of the request. */
    private static Optional<Map<String, Object>> feature(List<Object> features, GenerationContext context) {
        String id = context.request().itemId().orElse("");
        List<Map<String, Object>> items = JsonValues.objects(features).stream()
                .filter(feature -> features.size() == 1
                        || String.valueOf(feature.get("id")).equals(id))
                .toList();
        return items.size() == 1 ? Optional.of(items.get(0)) : Optional.empty();
    }

    private static boolean isOfStac(String name) {
        return name.indexOf(':') > 0 || NAMES.contains(name);
    }

    private static Map<String, Object> unread(MetadataDocument document, GenerationContext context) {
        String message = "%s is not an Item, a part of one, or a map of fields, nor a collection of one Item: not read"
                .formatted(document.href());
        tell("metadata-unread", message, context);
        return new LinkedHashMap<>();
    }

    private static void tell(String code, String message, GenerationContext context) {
        if (context.options().strict()) {
            throw new StacGeneratorException(ErrorCode.INVALID_METADATA, message);
        }
        context.warn(new Warning(code, message));
    }
}
