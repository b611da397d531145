package io.stacgenerator.internal.pipeline;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.merge.MetadataLayer;
import io.stacgenerator.internal.storage.Storage;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the metadata files of a request, each with the first parser that supports it. */
final class MetadataReader {

    private final List<MetadataParser> parsers;
    private final Concurrency concurrency;

    MetadataReader(List<MetadataParser> parsers, Concurrency concurrency) {
        this.parsers = parsers;
        this.concurrency = concurrency;
    }

    List<MetadataLayer> read(RequestContext context) {
        return concurrency.map(context.request().metadataPaths(), href -> layer(href, context));
    }

    private MetadataLayer layer(String href, RequestContext context) {
        Storage storage = context.storage();
        MetadataDocument document =
                new MetadataDocument(storage.publicHref(href), ByteBuffer.wrap(storage.readAll(href)));
        MetadataParser parser = parsers.stream()
                .filter(candidate ->
                        candidate.supports(document, context.request().provider()))
                .findFirst()
                .orElseThrow(() -> unsupported(document));
        return new MetadataLayer(document.href(), parser.parse(document, context), parser.geometryIsApproximate());
    }

    private StacGeneratorException unsupported(MetadataDocument document) {
        return new StacGeneratorException(
                ErrorCode.INVALID_METADATA,
                "no installed parser reads the metadata file %s, expected JSON or a form of %s"
                        .formatted(
                                document.href(),
                                parsers.stream().map(MetadataParser::id).collect(Collectors.joining(", "))));
    }
}
