package io.stacgenerator.examples.embedding;

import io.stacgenerator.Asset;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.StacItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes an Item of bytes that were just received, to be published elsewhere. */
public final class PerRequest {

    private PerRequest() {}

    /**
     * Makes the Item.
     *
     * @param generator serves all requests
     * @param upload the bytes of a raster
     * @param metadata what the uploader says of it, as members of an Item
     * @param token what a data center asks of this user
     * @return the Item
     */
    public static StacItem item(StacGenerator generator, byte[] upload, Map<String, ?> metadata, String token) {
        GenerationRequest request = GenerationRequest.builder()
                .assets(Asset.builder("upload.tif")
                        .publishedHref("https://data.example.com/scenes/upload.tif")
                        .key("visual")
                        .title("True color")
                        .roles(List.of("visual"))
                        .build())
                .supply("upload.tif", upload)
                .metadata(metadata)
                .build();
        GenerationOptions options = GenerationOptions.builder()
                .property("constellation", "acme")
                .timeout(Duration.ofMinutes(1))
                .header(".example.com", "Authorization", "Bearer " + token)
                .build();
        return generator.generate(request, options).item();
    }
}
