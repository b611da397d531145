package io.stacgenerator.internal.validation;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.internal.href.Iri;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the published JSON Schemas say of a document, from a folder that is laid out by host and path. */
final class PublishedSchemas {

    private static final Map<String, String> KINDS =
            Map.of("Feature", "item", "Catalog", "catalog", "Collection", "collection");
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft7())
            .format(format("iri", Iri::isAbsolute))
            .format(format("iri-reference", Iri::isReference))
            .format(format("uri", Iri::isAbsolute))
            .format(format("date-time", text -> UtcTime.valid(text).isPresent()))
            .build();

    private final Path folder;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    PublishedSchemas(Path folder) {
        this.folder = folder;
        this.registry = SchemaRegistry.withDialect(DIALECT, builder -> builder.schemas(this::text));
    }

    private static Format format(String name, Predicate<String> rule) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext context, String value) {
                return rule.test(value);
            }
        };
    }

    /** The published ids do not always agree with the place: a schema is known by its place. */
    private String text(String uri) {
        String place = uri.replaceFirst("#.*", "");
        try {
            String text = Files.readString(folder.resolve(place.replaceFirst("^https?://", "")));
            return text.replaceFirst("\"\\$id\"\\s*:\\s*\"[^\"]*\"", "\"\\$id\": \"" + place + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the faults that the schemas of the type and of the declared extensions find. */
    List<String> check(Map<String, Object> document) {
        String kind = KINDS.get(String.valueOf(document.get("type")));
        if (kind == null) {
            return List.of("unknown type");
        }
        List<String> uris = new ArrayList<>();
        String version = "1.0.0".equals(document.get("stac_version")) ? "1.0.0" : "1.1.0";
        uris.add("https://schemas.stacspec.org/v%s/%s-spec/json-schema/%s.json".formatted(version, kind, kind));
        uris.addAll(JsonValues.strings(document.get("stac_extensions")));
        String text = JsonText.compact(document);
        List<String> faults = new ArrayList<>();
        for (String uri : uris) {
            if (Files.isRegularFile(folder.resolve(uri.replaceFirst("^https?://", "")))) {
                schema(uri)
                        .validate(
                                text,
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                        .stream()
                        .map(Error::toString)
                        .forEach(faults::add);
            }
        }
        return faults;
    }

    private Schema schema(String uri) {
        return schemas.computeIfAbsent(uri, place -> registry.getSchema(SchemaLocation.of(place)));
    }
}
