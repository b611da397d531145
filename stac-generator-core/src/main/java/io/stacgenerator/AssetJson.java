package io.stacgenerator;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads an asset of a request from JSON. */
final class AssetJson {

    private final String pointer;
    private final List<Fault> faults;

    AssetJson(String pointer, List<Fault> faults) {
        this.pointer = pointer;
        this.faults = faults;
    }

    /** Returns the asset; one with a fault gets an empty href, so that the others keep their pointers. */
    Asset read(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            faults.add(new Fault(pointer, "is %s, expected an object".formatted(JsonValues.kind(value))));
            return Asset.of("");
        }
        if (!(members.get("href") instanceof String href)) {
            faults.add(new Fault(
                    pointer + "/href", "is %s, expected a string".formatted(JsonValues.kind(members.get("href")))));
            return Asset.of("");
        }
        Asset.Builder asset = Asset.builder(href);
        members.forEach((name, member) -> member(asset, String.valueOf(name), member));
        return asset.build();
    }

    private void member(Asset.Builder asset, String name, @Nullable Object value) {
        switch (name) {
            case "href" -> {}
            case "publishedHref" -> text(name, value, asset::publishedHref);
            case "key" -> text(name, value, asset::key);
            case "title" -> text(name, value, asset::title);
            case "type" -> text(name, value, asset::type);
            case "roles" -> roles(value, asset);
            default ->
                fault(
                        name,
                        "is not a member of an asset, expected one of href, publishedHref, key, title, roles, type");
        }
    }

    private void text(String name, @Nullable Object value, Consumer<String> set) {
        if (value instanceof String text && !text.isBlank()) {
            set.accept(text);
        } else if (value != null) {
            fault(name, "is %s, expected a string that is not empty".formatted(JsonValues.kind(value)));
        }
    }

    private void roles(@Nullable Object value, Asset.Builder asset) {
        List<String> roles = new ArrayList<>();
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            list.forEach(role -> roles.add(String.valueOf(role)));
        } else if (value != null) {
            fault("roles", "is %s, expected a list of strings".formatted(JsonValues.kind(value)));
        }
        asset.roles(roles);
    }

    private void fault(String name, String message) {
        faults.add(new Fault(JsonPointer.to(pointer, name), message));
    }
}
