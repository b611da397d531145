package io.stacgenerator.internal.pipeline.assembly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Moves what all bands of an asset have in common up to the asset, whose members are the defaults of its bands (STAC
 * 1.1.0, Bands).
 */
public final class BandFolding {

    private static final Set<String> OF_THE_BAND = Set.of("name", "description");

    private BandFolding() {}

    /** Takes the members that are equal in all bands out of the bands and returns them. */
    public static Map<String, Object> fold(List<Map<String, Object>> bands) {
        Map<String, Object> shared = new LinkedHashMap<>();
        if (bands.isEmpty()) {
            return shared;
        }
        bands.get(0).forEach((name, value) -> {
            if (!OF_THE_BAND.contains(name) && bands.stream().allMatch(band -> Objects.equals(band.get(name), value))) {
                shared.put(name, value);
            }
        });
        bands.forEach(band -> band.keySet().removeAll(shared.keySet()));
        return shared;
    }
}
