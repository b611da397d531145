package io.stacgenerator.internal.validation;

import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds between bands (STAC common metadata, "Bands"). */
final class BandRules {

    private static final String BANDS = "bands";

    private BandRules() {}

    static void checkItem(List<FieldHolder> holders, Faults faults) {
        boolean inAssets = holders.stream()
                .anyMatch(holder ->
                        holder.level() == FieldLevel.ASSET && holder.members().containsKey(BANDS));
        for (FieldHolder holder : holders) {
            if (holder.level() == FieldLevel.ITEM && holder.members().containsKey(BANDS) && !inAssets) {
                faults.add(holder.pointerTo(BANDS), "stands in an Item where no asset has bands, expected them there");
            }
        }
        check(holders, faults);
    }

    static void check(List<FieldHolder> holders, Faults faults) {
        for (FieldHolder holder : holders) {
            if (holder.level() == FieldLevel.BAND && holder.members().isEmpty()) {
                faults.add(holder.pointer(), "is empty, expected at least one member");
            }
            checkNames(holder.bands(), faults);
        }
    }

    private static void checkNames(List<FieldHolder> bands, Faults faults) {
        Map<Object, Integer> seen = new HashMap<>();
        for (int i = 0; i < bands.size(); i++) {
            Object name = bands.get(i).members().get("name");
            Integer first = name == null ? null : seen.putIfAbsent(name, i);
            if (first != null) {
                faults.unexpected(
                        bands.get(i).pointerTo("name"), name, "another name than that of band %d".formatted(first));
            }
        }
    }
}
