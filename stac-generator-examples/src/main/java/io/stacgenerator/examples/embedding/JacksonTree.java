package io.stacgenerator.examples.embedding;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes requests and returns Items as trees of Jackson's databind. */
public final class JacksonTree {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JacksonTree() {}

    /**
     * Makes an Item.
     *
     * @param generator serves all requests
     * @param request a request as JSON
     * @return the Item as JSON
     */
    public static JsonNode item(StacGenerator generator, JsonNode request) {
        GenerationRequest read = MAPPER.treeToValue(request, GenerationRequest.class);
        return MAPPER.valueToTree(generator.generate(read).item());
    }
}
