package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;

import io.stacgenerator.internal.crs.CelestialBody;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.FieldTrait;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.field.SchemaRules;
import io.stacgenerator.spi.raster.RasterInfo;
import java.util.List;
import java.util.Optional;

/** The solar system extension 1.1.1: the bodies other than the Earth that rasters are of. */
public final class SolarSystemExtension extends BuiltInExtension {

    private static final String TARGETS = "ssys:targets";

    private static final List<Field> FIELDS = List.of(
            Field.of(TARGETS, FieldType.STRINGS)
                    .at(ITEM, ASSET)
                    .with(FieldTrait.NONEMPTY)
                    .summary(FieldSummary.DISTINCT),
            Field.of("ssys:local_time", FieldType.STRING).at(ITEM, ASSET),
            Field.of("ssys:target_class", FieldType.STRING)
                    .at(ITEM, ASSET)
                    .oneOf(
                            "asteroid",
                            "dwarf_planet",
                            "planet",
                            "satellite",
                            "comet",
                            "exoplanet",
                            "interplanetary_medium",
                            "sample",
                            "sky",
                            "spacecraft",
                            "spacejunk",
                            "star",
                            "calibration")
                    .summary(FieldSummary.DISTINCT));

    /** Creates the extension. */
    public SolarSystemExtension() {
        super("ssys", "ssys", "1.1.1", SchemaRules.open().closed(), FIELDS);
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        List<String> bodies = item.rasters().stream()
                .map(AssetDraft::raster)
                .flatMap(Optional::stream)
                .map(RasterInfo::crs)
                .flatMap(Optional::stream)
                .map(CelestialBody::of)
                .flatMap(Optional::stream)
                .map(CelestialBody::title)
                .distinct()
                .toList();
        if (!bodies.isEmpty()) {
            item.properties().put(TARGETS, bodies);
        }
    }
}
