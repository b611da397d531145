package io.stacgenerator.internal.vendor;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads STAC Items, parts of them, and flat maps of properties in JSON. Comes after the parsers of vendors. */
public final class JsonMetadataParser implements MetadataParser {

    private static final int LAST = 1000;

    @Override
    public String id() {
        return "json";
    }

    @Override
    public int order() {
        return LAST;
    }

    /** Takes all but XML, so that a file which is no JSON is told so. */
    @Override
    public boolean supports(MetadataDocument document, @Nullable String provider) {
        ByteBuffer content = document.content();
        while (content.hasRemaining()) {
            byte next = content.get();
            if (!Character.isWhitespace(next) && next > 0) {
                return next != '<';
            }
        }
        return true;
    }

    @Override
    public Map<String, Object> parse(MetadataDocument document, GenerationContext context) {
        return JsonReader.object(document.text(), ErrorCode.INVALID_METADATA, "metadata " + document.href());
    }
}
