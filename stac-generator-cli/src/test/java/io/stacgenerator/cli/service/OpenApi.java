package io.stacgenerator.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.stacgenerator.model.JsonText;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI document of a service. */
record OpenApi(Map<String, Object> document) {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(Dialects.getDraft202012());
    private static final Set<String> METHODS = Set.of("get", "post", "delete");

    /** The operations, such as {@code GET /jobs}. */
    Set<String> operations() {
        return paths().entrySet().stream()
                .flatMap(path -> object(path.getValue()).keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
    }

    /** Checks that an operation describes an answer, with its media type and its schema. */
    void checkTells(String method, String path, HttpResponse<String> answer) {
        paths().entrySet().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[a-z_]+}", "[^/]+")))
                .map(entry -> object(entry.getValue()).get(method.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .forEach(operation -> check(object(object(operation).get("responses")), answer));
    }

    private void check(Map<String, Object> responses, HttpResponse<String> answer) {
        assertThat(responses).containsKey(Integer.toString(answer.statusCode()));
        Map<String, Object> response = resolved(responses.get(Integer.toString(answer.statusCode())));
        if (!response.containsKey("content")) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        Map<String, Object> content = object(response.get("content"));
        String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
        assertThat(content).containsKey(type);
        if (type.endsWith("json")) {
            assertThat(faults(object(object(content.get(type)).get("schema")), answer.body()))
                    .isEmpty();
        }
    }

    /** What is wrong with a JSON text by a schema of the document. */
    List<String> faults(Map<String, Object> schema, String json) {
        Map<String, Object> whole = new LinkedHashMap<>(schema);
        whole.put("components", document.get("components"));
        return REGISTRY.getSchema(JsonText.compact(whole)).validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** All values of members {@code $ref}. */
    Stream<String> references() {
        return references(document);
    }

    private static Stream<String> references(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(member -> member.getKey().equals("$ref")
                            ? Stream.of((String) member.getValue())
                            : references(member.getValue()));
        }
        return value instanceof List<?> list ? list.stream().flatMap(OpenApi::references) : Stream.empty();
    }

    Map<String, Object> resolved(Object value) {
        Map<String, Object> found = object(value);
        return found.get("$ref") instanceof String reference ? resolved(at(reference)) : found;
    }

    Object at(String reference) {
        Object found = document;
        for (String name : reference.substring("#/".length()).split("/", -1)) {
            assertThat(object(found)).containsKey(name);
            found = object(found).get(name);
        }
        return found;
    }

    private Map<String, Object> paths() {
        return object(document.get("paths"));
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
