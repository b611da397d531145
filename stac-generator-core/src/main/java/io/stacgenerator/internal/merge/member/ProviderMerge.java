package io.stacgenerator.internal.merge.member;

import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges providers by name: roles are united, other members overridden, and hosts come last. */
final class ProviderMerge {

    private final MemberMerge members;
    private final Provenance provenance;

    ProviderMerge(MemberMerge members, Provenance provenance) {
        this.members = members;
        this.provenance = provenance;
    }

    void merge(Map<String, Object> target, List<Object> patch, String pointer) {
        List<Object> providers = JsonValues.array(target.get("providers")).orElseGet(ArrayList::new);
        target.put("providers", providers);
        for (Object entry : patch) {
            JsonValues.object(entry).ifPresent(provider -> merge(providers, provider, pointer));
        }
    }

    private void merge(List<Object> providers, Map<String, Object> patch, String pointer) {
        int index = IntStream.range(0, providers.size())
                .filter(i -> key(providers.get(i)).equals(key(patch)))
                .findFirst()
                .orElse(providers.size());
        if (index == providers.size()) {
            providers.add(new LinkedHashMap<>());
        }
        Map<String, Object> provider = JsonValues.object(providers.get(index)).orElseThrow();
        String pointerToProvider = JsonPointer.to(pointer, index);
        patch.forEach((name, value) -> merge(provider, name, value, JsonPointer.to(pointerToProvider, name)));
    }

    private void merge(Map<String, Object> provider, String name, @Nullable Object value, String pointer) {
        if (name.equals("roles") && JsonValues.array(value).isPresent()) {
            unite(provider, JsonValues.elements(value), pointer);
        } else if (!name.equals("name") || !provider.containsKey("name")) {
            members.mergeMember(provider, name, value, pointer);
        }
    }

    private void unite(Map<String, Object> provider, List<Object> roles, String pointer) {
        Set<Object> united = new LinkedHashSet<>(JsonValues.elements(provider.get("roles")));
        if (united.addAll(roles) || !provider.containsKey("roles")) {
            provider.put("roles", new ArrayList<>(united));
            provenance.unite(pointer, provider.get("roles"));
        }
    }

    private static String key(Object provider) {
        return String.valueOf(JsonValues.members(provider).getOrDefault("name", ""))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Puts the hosts last. */
    void sort(Stream<FieldHolder> places) {
        places.forEach(place -> JsonValues.array(place.members().get("providers"))
                .ifPresent(providers -> sort(providers, place.pointerTo("providers"))));
    }

    private void sort(List<Object> providers, String pointer) {
        List<Integer> order = IntStream.range(0, providers.size())
                .boxed()
                .sorted(Comparator.comparing(i -> isHost(providers.get(i))))
                .toList();
        List<Object> sorted = order.stream().map(providers::get).toList();
        provenance.reorder(pointer, order);
        providers.clear();
        providers.addAll(sorted);
    }

    private static boolean isHost(Object provider) {
        return JsonValues.elements(JsonValues.members(provider).get("roles")).contains("host");
    }
}
