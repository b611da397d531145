package io.stacgenerator.cli.option;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import java.util.Map;

/** Reads the value of a property: JSON where it is JSON, such as 1.5, true or ["a"], and a string otherwise. */
final class PropertyValue {

    private static final String REQUEST = "{\"assetPaths\": [\"x\"], \"options\": {\"properties\": {\"value\": %s}}}";

    private PropertyValue() {}

    static Object of(String text) {
        try {
            Object properties = GenerationRequest.fromJson(REQUEST.formatted(text))
                    .options()
                    .get("properties");
            return properties instanceof Map<?, ?> map && map.size() == 1 && map.get("value") != null
                    ? map.get("value")
                    : text;
        } catch (StacGeneratorException e) {
            return text;
        }
    }
}
