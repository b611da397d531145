package io.stacgenerator.internal.pipeline.metadata;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.merge.document.GeometrySource;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.internal.pipeline.concurrency.Concurrency;
import io.stacgenerator.internal.pipeline.request.RequestContext;
import io.stacgenerator.internal.pipeline.service.ServiceFailures;
import io.stacgenerator.internal.storage.Storage;
import io.stacgenerator.internal.vendor.VendorParser;
import io.stacgenerator.internal.vendor.Vendors;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the metadata files of a request, each with the first parser that supports it. */
public final class MetadataReader {

    /** The failures that say something of one file, and nothing of the rest of the request. */
    private static final Set<ErrorCode> ABOUT_THE_FILE =
            Set.of(ErrorCode.INVALID_METADATA, ErrorCode.LIMIT_EXCEEDED, ErrorCode.NOT_FOUND, ErrorCode.ACCESS_DENIED);

    private static final Logger LOG = LoggerFactory.getLogger(MetadataReader.class);

    private final List<MetadataParser> parsers;
    private final Vendors vendors;
    private final Concurrency concurrency;

    public MetadataReader(List<MetadataParser> parsers, Vendors vendors, Concurrency concurrency) {
        this.parsers = vendors.parsers(parsers);
        this.vendors = vendors;
        this.concurrency = concurrency;
    }

    public List<MetadataLayer> read(RequestContext context) {
        List<MetadataLayer> layers = concurrency.map(context.request().metadataPaths(), href -> layer(href, context));
        return layers.stream().anyMatch(MetadataReader::knowsFiles) ? layers : byNames(layers, context);
    }

    /** A vendor's own document does; a STAC Item or a record of ISO says little of files. */
    private static boolean knowsFiles(MetadataLayer layer) {
        return layer.geometry() != GeometrySource.GIVEN
                && JsonValues.object(layer.document())
                        .flatMap(document -> JsonValues.object(document.get("assets")))
                        .filter(assets -> !assets.isEmpty())
                        .isPresent();
    }

    /** Without metadata in the vendor's own form the names of its files say what they are. */
    private List<MetadataLayer> byNames(List<MetadataLayer> others, RequestContext context) {
        List<String> paths = context.request().assetPaths().stream()
                .map(context.storage()::publicHref)
                .toList();
        return Stream.concat(vendors.described(paths).stream(), others.stream()).toList();
    }

    private MetadataLayer layer(String href, RequestContext context) {
        return attempt(href, context)
                .or(() -> alternatives(href, context)
                        .flatMap(other -> attempt(other, context).stream())
                        .findFirst())
                .orElseGet(() -> new MetadataLayer(context.storage().publicHref(href), Map.of()));
    }

    /** Vendors deliver some documents in several forms, of which a listing takes one; the others are assets. */
    private Stream<String> alternatives(String href, RequestContext context) {
        Map<String, String> hrefs = new LinkedHashMap<>();
        context.request().assetPaths().forEach(asset -> hrefs.put(path(asset, context), asset));
        return vendors.alternatives(path(href, context), List.copyOf(hrefs.keySet())).stream()
                .map(hrefs::get);
    }

    private static String path(String href, RequestContext context) {
        return Hrefs.canonical(context.storage().publicHref(href));
    }

    private Optional<MetadataLayer> attempt(String href, RequestContext context) {
        try {
            return read(href, context);
        } catch (StacGeneratorException e) {
            if (!context.request().metadataOptional() || !ABOUT_THE_FILE.contains(e.code())) {
                throw e;
            }
            unread(e.getMessage() + "; made without it", e.code(), context);
            return Optional.empty();
        }
    }

    private Optional<MetadataLayer> read(String href, RequestContext context) {
        Storage storage = context.storage();
        MetadataDocument document =
                new MetadataDocument(storage.publicHref(href), ByteBuffer.wrap(storage.readAll(href)));
        String provider = context.request().provider().orElse(null);
        Optional<MetadataLayer> layer = parsers.stream()
                .filter(parser -> ServiceFailures.ask(parser, () -> parser.supports(document, provider)))
                .min(Comparator.comparing(parser -> !isOf(provider, parser)))
                .map(parser -> ServiceFailures.ask(parser, () -> layer(parser, document, context)));
        if (layer.isEmpty()) {
            unread(unknown(document), ErrorCode.INVALID_METADATA, context);
        }
        return layer;
    }

    private static MetadataLayer layer(MetadataParser parser, MetadataDocument document, RequestContext context) {
        LOG.debug("{} is parsed by {}", document.href(), parser.id());
        long size = document.content().remaining();
        return context.storage().budget(document.href(), size).spend(() -> read(parser, document, context));
    }

    private static MetadataLayer read(MetadataParser parser, MetadataDocument document, RequestContext context) {
        if (parser instanceof VendorParser vendor) {
            return vendor.layer(document, context);
        }
        GeometrySource geometry = parser.geometryIsApproximate() ? GeometrySource.OUTLINE : GeometrySource.GIVEN;
        Map<String, Object> parsed = RelativeHrefs.resolved(parser.parse(document, context), document.href());
        return new MetadataLayer(document.href(), parsed, geometry, null);
    }

    /** The provider is but a preference: it may be who hands on the data of others. */
    private static boolean isOf(@Nullable String provider, MetadataParser parser) {
        return provider != null
                && provider.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]", "")
                        .startsWith(parser.id().replace("-", ""));
    }

    private String unknown(MetadataDocument document) {
        return "no installed parser reads the metadata file %s, expected JSON or a form of %s"
                .formatted(
                        document.href(),
                        parsers.stream().map(MetadataParser::id).collect(Collectors.joining(", ")));
    }

    private static void unread(String fault, ErrorCode code, RequestContext context) {
        if (context.options().strict()) {
            throw new StacGeneratorException(code, fault);
        }
        context.warn(new Warning("metadata-unread", fault));
    }
}
