package com.acme.stac;

import io.stacgenerator.Fault;
import io.stacgenerator.StacVersion;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.field.SchemaRules;
import io.stacgenerator.spi.StacExtension;
import java.util.List;

/** The extension {@code acme} 2.0.0: the station that measured, and how good it was. */
public final class AcmeExtension implements StacExtension {

    private static final String STATION = "acme:station";
    private static final String SCORE = "acme:score";
    private static final String SENSOR = "acme:sensor";

    /** The score of version 1.0.0, in percent. */
    private static final String RATING = "acme:rating";

    @Override
    public String id() {
        return "acme";
    }

    @Override
    public String schemaUri(StacVersion version) {
        return "https://acme.example/stac/v%s/schema.json".formatted(version == StacVersion.V1_0_0 ? "1.0.0" : "2.0.0");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of(STATION, FieldType.STRING)
                        .at(FieldLevel.ITEM)
                        .matching("[A-Z]{3}-\\d+")
                        .summary(FieldSummary.DISTINCT),
                Field.of(SCORE, FieldType.NUMBER)
                        .at(FieldLevel.ITEM)
                        .between(0, 1)
                        .summary(FieldSummary.RANGE),
                Field.of(SENSOR, FieldType.STRING).at(FieldLevel.ASSET, FieldLevel.BAND));
    }

    @Override
    public SchemaRules schemaRules() {
        return SchemaRules.open().closed().usedAt(FieldLevel.ITEM).needing(STATION);
    }

    @Override
    public boolean needsAssets() {
        return false;
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        item.rasters().forEach(AcmeExtension::writeSensor);
    }

    private static void writeSensor(AssetDraft asset) {
        asset.raster().ifPresent(raster -> {
            for (int i = 0; i < raster.bands().size(); i++) {
                String sensor = raster.bands().get(i).metadata().get(AcmeGridReader.SENSOR);
                if (sensor != null) {
                    asset.bands().get(i).put(SENSOR, sensor);
                }
            }
        });
    }

    @Override
    public List<Fault> check(StacItem item) {
        boolean scored = item.properties().containsKey(SCORE);
        return scored && "AAA-0".equals(item.properties().get(STATION))
                ? List.of(new Fault("/properties/" + SCORE, "stands next to the test station AAA-0, which has no score"))
                : List.of();
    }

    @Override
    public void upgrade(FieldHolder holder) {
        if (holder.members().remove(RATING) instanceof Number percent) {
            holder.members().putIfAbsent(SCORE, percent.doubleValue() / 100);
        }
    }

    @Override
    public String downgrade(List<FieldHolder> item) {
        for (FieldHolder holder : item) {
            if (holder.members().remove(SCORE) instanceof Number score) {
                holder.members().put(RATING, score.doubleValue() * 100);
            }
        }
        return schemaUri(StacVersion.V1_0_0);
    }
}
