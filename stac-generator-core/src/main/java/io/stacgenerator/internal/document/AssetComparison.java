package io.stacgenerator.internal.document;

import io.stacgenerator.Asset;
import io.stacgenerator.Fault;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacDocument;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Finds where an Item contradicts the files of its assets. Not thread-safe; for one Item. */
public final class AssetComparison {

    private static final String SHAPE = "proj:shape";
    private static final String CHECKSUM = "file:checksum";

    /** The multihash of a SHA-256, the one that can be computed anew. */
    private static final String SHA_256 = "1220";

    /** What is shown rather than measured: it need not have the grid that the Item describes. */
    private static final Set<String> PICTURES = Set.of("thumbnail", "overview", "metadata");

    private final BiFunction<GenerationRequest, GenerationOptions, StacItem> reader;
    private final StacDocument document;
    private final Map<String, Object> properties;
    private final List<Fault> faults = new ArrayList<>();
    private final List<List<Object>> boxes = new ArrayList<>();
    private boolean complete = true;

    private AssetComparison(BiFunction<GenerationRequest, GenerationOptions, StacItem> reader, StacDocument document) {
        this.reader = reader;
        this.document = document;
        properties = JsonValues.members(document.members().get("properties"));
    }

    /**
     * Opens the assets of an Item.
     *
     * @param reader makes an Item of one file
     * @param document an Item, whose relative hrefs hold from its own href; nothing is compared of another document
     * @return what is stated otherwise than the files say, and files that cannot be read
     */
    public static List<Fault> faults(
            BiFunction<GenerationRequest, GenerationOptions, StacItem> reader, StacDocument document) {
        AssetComparison comparison = new AssetComparison(reader, document);
        if (document.type().equals("Feature")) {
            JsonValues.members(document.members().get("assets"))
                    .forEach((key, asset) -> comparison.compare(key, JsonValues.members(asset)));
            comparison.compareBox();
        }
        return comparison.faults;
    }

    private void compare(String key, Map<String, Object> asset) {
        String href = JsonValues.string(asset.get("href")).orElse("");
        if (href.isEmpty()) {
            return; // a fault of the document itself
        }
        String pointer = JsonPointer.to("/assets", key);
        try {
            compare(pointer, asset, read(href, asset));
        } catch (StacGeneratorException e) {
            complete = false;
            faults.add(new Fault(pointer + "/href", "cannot be compared: " + e.getMessage()));
        }
    }

    private StacItem read(String href, Map<String, Object> asset) {
        boolean sum = JsonValues.string(asset.get(CHECKSUM))
                .filter(text -> text.startsWith(SHA_256))
                .isPresent();
        GenerationRequest request = GenerationRequest.builder()
                .itemId("compared")
                .assets(Asset.builder(Hrefs.resolve(document.href(), href))
                        .key("file")
                        .type(JsonValues.string(asset.get("type")).orElse(null))
                        .build())
                .extensions("file", "proj")
                .build();
        return reader.apply(
                request,
                GenerationOptions.builder()
                        .checksum(sum)
                        .datetime(Instant.EPOCH) // it is not compared
                        .build());
    }

    private void compare(String pointer, Map<String, Object> asset, StacItem read) {
        Map<String, Object> file = new LinkedHashMap<>(read.properties());
        read.assets().values().forEach(one -> file.putAll(one.toMap()));
        compareExactly("file:size", pointer, asset, file);
        compareExactly(CHECKSUM, pointer, asset, file);
        boolean picture = JsonValues.strings(asset.get("roles")).stream().anyMatch(PICTURES::contains);
        if (file.containsKey(SHAPE)) {
            new GridComparison(file, faults).compare(pointer, asset, picture ? Map.of() : properties);
        }
        List<Object> box = JsonValues.elements(read.toMap().get("bbox"));
        if (!box.isEmpty() && !picture) {
            boxes.add(box);
        }
    }

    private void compareExactly(String name, String pointer, Map<String, Object> asset, Map<String, Object> file) {
        Object stated = asset.get(name);
        Object read = file.get(name);
        if (stated != null && read != null && !JsonValues.same(stated, read)) {
            faults.add(Fault.unexpected(pointer + "/" + name, stated, "%s, as the file has".formatted(read)));
        }
    }

    /** The part with data may be smaller than the rasters, so that a box is wrong only where it leaves them. */
    private void compareBox() {
        Optional<BoxComparison> stated =
                BoxComparison.of(JsonValues.elements(document.members().get("bbox")));
        if (complete && !boxes.isEmpty() && stated.isPresent() && !stated.get().isWithin(boxes)) {
            faults.add(Fault.unexpected(
                    "/bbox", document.members().get("bbox"), "a box within that of the rasters, %s".formatted(boxes)));
        }
    }
}
