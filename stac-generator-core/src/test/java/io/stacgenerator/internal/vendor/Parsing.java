package io.stacgenerator.internal.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.registry.ServiceRegistry;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.vendor.Vendor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parses a document as a part of a request with the first of the built-in parsers that supports it. */
final class Parsing implements GenerationContext {

    private static final List<MetadataParser> PARSERS =
            new Vendors(ServiceRegistry.discovered().all(Vendor.class)).parsers(List.of(new JsonMetadataParser()));

    private final List<Warning> warnings = new ArrayList<>();
    private final GenerationRequest request;

    private Parsing(GenerationRequest request) {
        this.request = request;
    }

    /** A request of a file that no vendor knows. */
    static Parsing of() {
        return of("scene.tif");
    }

    static Parsing of(String... assets) {
        return new Parsing(GenerationRequest.builder().assetPaths(assets).build());
    }

    static Parsing of(List<String> assets, String... metadata) {
        return new Parsing(GenerationRequest.builder()
                .assetPaths(assets.toArray(String[]::new))
                .metadataPaths(metadata)
                .build());
    }

    Parsing by(String provider) {
        return new Parsing(request.toBuilder().provider(provider).build());
    }

    Map<String, Object> parse(String text) {
        return parse(text.getBytes(UTF_8));
    }

    Map<String, Object> parse(byte[] content) {
        return parse("metadata", content);
    }

    Map<String, Object> parse(String name, String text) {
        return parse(name, text.getBytes(UTF_8));
    }

    private Map<String, Object> parse(String name, byte[] content) {
        MetadataDocument document = new MetadataDocument("memory:" + name, ByteBuffer.wrap(content));
        return parser(document).parse(document, this);
    }

    String parserOf(String text) {
        return parser(new MetadataDocument("memory:metadata", ByteBuffer.wrap(text.getBytes(UTF_8))))
                .id();
    }

    private MetadataParser parser(MetadataDocument document) {
        return PARSERS.stream()
                .filter(parser -> parser.supports(document, request.provider().orElse(null)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public GenerationRequest request() {
        return request;
    }

    @Override
    public GenerationOptions options() {
        return GenerationOptions.ofDefaults();
    }

    @Override
    public void warn(Warning warning) {
        warnings.add(warning);
    }

    List<Warning> warnings() {
        return warnings;
    }

    @Override
    public StorageObject open(String href) {
        throw new IllegalStateException("a parser opens no file");
    }
}
