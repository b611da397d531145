package io.stacgenerator;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a request from JSON and reports all its faults at once. */
final class RequestJson {

    private static final String MEMBERS =
            "source, provider, collection, itemId, assetPaths, assets, metadataPaths, extensions, options";

    private final GenerationRequest.Builder request = GenerationRequest.builder();
    private final List<Fault> faults = new ArrayList<>();

    static GenerationRequest read(Map<String, ?> json) {
        RequestJson reader = new RequestJson();
        if (json.containsKey("assetPaths") && json.containsKey("assets")) {
            reader.fault("/assets", "is given next to assetPaths, put all assets into one of them");
        }
        json.forEach(reader::member);
        return reader.build();
    }

    private void member(String name, @Nullable Object value) {
        switch (name) {
            case "source" -> text(name, value, this::source);
            case "provider" -> text(name, value, request::provider);
            case "collection" -> text(name, value, request::collection);
            case "itemId" -> text(name, value, request::itemId);
            case "assetPaths" -> texts(name, value, request::assetPaths);
            case "assets" -> assets(value);
            case "options" -> options(value);
            case "metadataPaths" -> texts(name, value, request::metadataPaths);
            case "extensions" -> texts(name, value, request::extensions);
            default -> fault(JsonPointer.to("", name), "is not a member of a request, expected one of " + MEMBERS);
        }
    }

    private GenerationRequest build() {
        List<String> reported = faults.stream().map(Fault::pointer).toList();
        request.faults().stream()
                .filter(fault -> !reported.contains(fault.pointer()))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new StacGeneratorException(ErrorCode.INVALID_REQUEST, "invalid request", faults);
        }
        return request.build();
    }

    private void source(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "automatic" -> request.source(Source.AUTOMATIC);
            case "manual" -> request.source(Source.MANUAL);
            default -> fault("/source", "is '%s', expected automatic or manual".formatted(text));
        }
    }

    private void text(String name, @Nullable Object value, Consumer<String> set) {
        if (value instanceof String text) {
            set.accept(text);
        } else if (value != null) {
            fault("/" + name, "is %s, expected a string".formatted(JsonValues.kind(value)));
        }
    }

    private void texts(String name, @Nullable Object value, Consumer<List<String>> set) {
        if (value instanceof List<?> list) {
            set.accept(elements(name, list));
        } else if (value != null) {
            fault("/" + name, "is %s, expected a list of strings".formatted(JsonValues.kind(value)));
        }
    }

    @SuppressWarnings("unchecked") // objects of JSON have strings as keys
    private void options(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            request.options((Map<String, ?>) map);
        } else if (value != null) {
            fault("/options", "is %s, expected an object".formatted(JsonValues.kind(value)));
        }
    }

    private void assets(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<Asset> assets = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                assets.add(new AssetJson("/assets/" + i, faults).read(list.get(i)));
            }
            request.assets(assets);
        } else if (value != null) {
            fault("/assets", "is %s, expected a list of objects".formatted(JsonValues.kind(value)));
        }
    }

    // an element that is no text leaves an empty one, so that the others keep their pointers
    private List<String> elements(String name, List<?> list) {
        List<String> texts = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            texts.add(element instanceof String text ? text : "");
            if (!(element instanceof String)) {
                fault("/" + name + "/" + i, "is %s, expected a string".formatted(JsonValues.kind(element)));
            }
        }
        return texts;
    }

    private void fault(String pointer, String message) {
        faults.add(new Fault(pointer, message));
    }
}
