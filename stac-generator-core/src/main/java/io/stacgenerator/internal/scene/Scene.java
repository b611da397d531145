package io.stacgenerator.internal.scene;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.vendor.SceneFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of a listing that are gathered, as long as more of them may come. */
final class Scene {

    // more files than any product has, few enough to keep
    private static final int MAX_FILES = 10_000;

    // a folder of that many files with names of a product, none of which is certain, is a collection of files
    private static final int MAX_UNCERTAIN_FILES = 1000;

    private final String name;
    private boolean onePerAsset;
    private final List<String> assets = new ArrayList<>();
    private final Map<String, Document> documents = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<GenerationRequest> instead = new ArrayList<>();
    private @Nullable String product;
    private @Nullable String expected;
    private @Nullable Scene claimant;
    private boolean certain;
    private boolean dismissed;
    private boolean data;

    private record Document(String href, int preference) {}

    private Scene(String name, boolean onePerAsset) {
        this.name = name;
        this.onePerAsset = onePerAsset;
    }

    /** Files of a product of a vendor. */
    static Scene ofVendor(String name) {
        return new Scene(name, false);
    }

    /** A file, and what lies next to it. */
    static Scene ofFile(String name) {
        Scene scene = new Scene(name, true);
        scene.certain = true;
        return scene;
    }

    /** Makes one Item of all files, as the user wants. */
    void group() {
        onePerAsset = false;
    }

    void add(String href, SceneFile file) {
        certain |= file.certain();
        if (!file.certain()) {
            file.product().ifPresent(this::expect);
        } else if (product == null || !(data || file.metadata())) {
            product = file.product().orElse(product);
        }
        if (file.asset()) {
            addFile(href);
            data |= !file.metadata();
        }
        file.document().ifPresent(kind -> addDocument(href, kind, file.preference()));
    }

    /** Files that are not certain to be of one product are of several where their names say so. */
    private void expect(String named) {
        dismissed |= expected != null && !expected.equals(named);
        expected = named;
    }

    /** Adds a file that is more than metadata. */
    void addAsset(String href) {
        addFile(href);
        data = true;
    }

    /** Adds a raster that the vendor does not know, such as a mask: an asset only where the scene has nothing else. */
    void addUnknown(String href) {
        if (!data && unknown.size() < MAX_UNCERTAIN_FILES) {
            unknown.add(href);
        }
    }

    private void addFile(String href) {
        dismissed |= !certain && assets.size() >= MAX_UNCERTAIN_FILES;
        if (dismissed) {
            assets.clear();
            return;
        }
        if (assets.size() == MAX_FILES) {
            throw new StacGeneratorException(
                    ErrorCode.LIMIT_EXCEEDED, "the scene %s has more than %d files".formatted(name, MAX_FILES));
        }
        assets.add(href);
    }

    void addDocument(String href, String kind, int preference) {
        documents.merge(
                kind, new Document(href, preference), (one, other) -> one.preference <= other.preference ? one : other);
    }

    /** Leaves the files of this scene to another one, if that turns out to be one. */
    void claimedBy(@Nullable Scene other) {
        claimant = other;
    }

    /** Returns the requests for what was gathered. */
    List<GenerationRequest> close(SceneOptions options) {
        List<GenerationRequest> requests = certain && !dismissed && hasData() ? requests(options) : instead;
        if (claimant != null && !claimant.dismissed) {
            claimant.instead.addAll(requests);
            return List.of();
        }
        return requests;
    }

    /** Returns metadata of a product whose images are not there, or not told from others; empty for other scenes. */
    Optional<String> bareMetadata() {
        return onePerAsset || !certain || (hasData() && !dismissed)
                ? Optional.empty()
                : Stream.concat(documents.values().stream().map(Document::href), assets.stream())
                        .findFirst();
    }

    private boolean hasData() {
        return data || !unknown.isEmpty();
    }

    private List<GenerationRequest> requests(SceneOptions options) {
        if (!data) {
            assets.addAll(unknown);
        }
        return onePerAsset
                ? assets.stream().map(asset -> request(List.of(asset), options)).toList()
                : List.of(request(assets, options));
    }

    private GenerationRequest request(List<String> hrefs, SceneOptions options) {
        return GenerationRequest.builder()
                .assetPaths(hrefs)
                .metadataPaths(documents.values().stream().map(Document::href).toList())
                .metadataOptional(true)
                .itemId(itemId(options.itemId().orElse(null)))
                .collection(options.collection().orElse(null))
                .provider(options.provider().orElse(null))
                .source(options.source())
                .extensions(options.extensions())
                .build();
    }

    private @Nullable String itemId(@Nullable String template) {
        return template == null ? product : template.replace(SceneOptions.PRODUCT, product == null ? name : product);
    }
}
