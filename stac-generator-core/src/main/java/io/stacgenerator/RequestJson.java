package io.stacgenerator;

import io.stacgenerator.model.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request from JSON and reports all its faults at once. */
final class RequestJson {

    private static final List<String> NAMES = List.of(
            "source",
            "provider",
            "collection",
            "itemId",
            "assetPaths",
            "assets",
            "metadataPaths",
            "metadataOptional",
            "extensions",
            "options");

    private final GenerationRequest.Builder request = GenerationRequest.builder();
    private final List<Fault> faults = new ArrayList<>();
    private final RequestMembers members = new RequestMembers("", faults);

    static GenerationRequest read(Map<String, ?> json) {
        RequestJson reader = new RequestJson();
        if (!isAbsent(json.get("assetPaths")) && !isAbsent(json.get("assets"))) {
            reader.members.fault("assets", "is given next to assetPaths, put all assets into one of them");
        }
        json.forEach(reader::member);
        return reader.build();
    }

    private void member(String name, @Nullable Object value) {
        if (!NAMES.contains(name)) {
            members.fault(name, "is not a member of a request, expected one of " + String.join(", ", NAMES));
        } else if (value != null && !isAbsent(value)) {
            given(name, value);
        }
    }

    /** Clients that are generated from a schema send empty lists for what they were not given. */
    private static boolean isAbsent(@Nullable Object value) {
        return value == null || List.of().equals(value);
    }

    private void given(String name, Object value) {
        switch (name) {
            case "source" -> members.string(name, value, this::source);
            case "provider" -> members.string(name, value, request::provider);
            case "collection" -> members.string(name, value, request::collection);
            case "itemId" -> members.string(name, value, request::itemId);
            case "assetPaths" -> members.strings(name, value, request::assetPaths);
            case "assets" -> members.objects(name, value, this::assets);
            case "metadataPaths" -> members.strings(name, value, request::metadataPaths);
            case "metadataOptional" -> members.flag(name, value, request::metadataOptional);
            case "extensions" -> members.strings(name, value, request::extensions);
            default -> members.object(name, value, request::options);
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
            default -> members.fault("source", "is '%s', expected automatic or manual".formatted(text));
        }
    }

    private void assets(List<Object> values) {
        List<Asset> assets = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            assets.add(AssetJson.read(JsonPointer.to("/assets", i), values.get(i), faults));
        }
        request.assets(assets);
    }
}
