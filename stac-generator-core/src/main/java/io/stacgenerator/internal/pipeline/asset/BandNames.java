package io.stacgenerator.internal.pipeline.asset;

import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The names of bands: those of the file where it names each band differently, else b1, b2 and so on. That a name was
 * invented shows in its origin, not in its look.
 */
public final class BandNames {

    private static final String NAME = "name";
    private static final String INVENTED = "generator";

    private BandNames() {}

    static List<String> of(List<RasterBand> bands) {
        return areGiven(bands)
                ? bands.stream().flatMap(band -> band.name().stream()).toList()
                : IntStream.rangeClosed(1, bands.size())
                        .mapToObj(number -> "b" + number)
                        .toList();
    }

    private static boolean areGiven(List<RasterBand> bands) {
        Set<String> unique = new HashSet<>();
        return bands.stream().allMatch(band -> band.name().filter(unique::add).isPresent());
    }

    /** Attributes the names of an asset that were invented. */
    public static void attribute(String key, AssetDraft asset, Provenance provenance) {
        List<RasterBand> bands = asset.raster().map(RasterInfo::bands).orElse(List.of());
        for (int i = 0; i < bands.size() && !areGiven(bands); i++) {
            provenance.attribute(JsonPointer.to("/assets", key) + "/bands/" + i + "/" + NAME, INVENTED);
        }
    }

    public static boolean isInvented(String pointer, Provenance provenance) {
        return provenance.writer(pointer).filter(INVENTED::equals).isPresent() && !provenance.isMentioned(pointer);
    }

    /** Removes the only band of an asset where it has nothing but an invented name. */
    public static void dropInvented(ItemTree tree) {
        tree.assets()
                .filter(asset ->
                        asset.bands().size() == 1 && isInvented(asset.bands().get(0), tree.provenance()))
                .forEach(asset -> tree.remove(asset, "bands"));
    }

    private static boolean isInvented(FieldHolder band, Provenance provenance) {
        return Objects.equals(band.members().keySet(), Set.of(NAME)) && isInvented(band.pointerTo(NAME), provenance);
    }
}
