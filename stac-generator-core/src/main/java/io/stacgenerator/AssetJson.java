package io.stacgenerator;

import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads an asset of a request from JSON. */
final class AssetJson {

    private static final List<String> NAMES = List.of("href", "publishedHref", "key", "title", "roles", "type");

    private final RequestMembers members;
    private final Asset.Builder asset;

    private AssetJson(RequestMembers members, String href) {
        this.members = members;
        this.asset = Asset.builder(href);
    }

    /** Returns the asset; one with a fault gets an empty href, so that the others keep their pointers. */
    static Asset read(String pointer, @Nullable Object value, List<Fault> faults) {
        Map<String, Object> json = JsonValues.object(value).orElse(null);
        if (json == null) {
            faults.add(new Fault(pointer, "is %s, expected an object".formatted(JsonValues.kind(value))));
            return Asset.of("");
        }
        RequestMembers members = new RequestMembers(pointer, faults);
        String href = JsonValues.string(json.get("href")).orElse(null);
        if (href == null) {
            members.unexpected("href", json.get("href"), "a string");
            return Asset.of("");
        }
        AssetJson reader = new AssetJson(members, href);
        json.forEach(reader::member);
        return reader.asset.build();
    }

    private void member(String name, @Nullable Object value) {
        if (!NAMES.contains(name)) {
            members.fault(name, "is not a member of an asset, expected one of " + String.join(", ", NAMES));
        } else if (value != null) {
            given(name, value);
        }
    }

    private void given(String name, Object value) {
        switch (name) {
            case "publishedHref" -> filled(name, value, asset::publishedHref);
            case "key" -> filled(name, value, asset::key);
            case "title" -> filled(name, value, asset::title);
            case "type" -> filled(name, value, asset::type);
            case "roles" -> roles(value);
            default -> {} // href, which the asset was made with
        }
    }

    private void filled(String name, Object value, Consumer<String> set) {
        JsonValues.string(value)
                .filter(text -> !text.isBlank())
                .ifPresentOrElse(set, () -> members.unexpected(name, value, "a string that is not empty"));
    }

    private void roles(Object value) {
        List<String> roles = JsonValues.strings(value);
        if (JsonValues.array(value).filter(all -> all.size() == roles.size()).isPresent()) {
            asset.roles(roles);
        } else {
            members.unexpected("roles", value, "a list of strings");
        }
    }
}
