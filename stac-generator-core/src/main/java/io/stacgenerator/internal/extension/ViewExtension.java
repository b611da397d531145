package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldType.NUMBER;

import io.stacgenerator.spi.field.CollectionUse;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.SchemaRules;
import java.util.List;

/** The view geometry extension 1.1.0. Its angles come from metadata: no raster format has them in its header. */
public final class ViewExtension extends BuiltInExtension {

    private static final List<Field> FIELDS = List.of(
            angle("off_nadir").between(0, 90),
            angle("incidence_angle").between(0, 90),
            angle("azimuth").cyclic(0, 360),
            angle("sun_azimuth").cyclic(0, 360),
            angle("sun_elevation").between(-90, 90),
            angle("moon_azimuth").cyclic(0, 360),
            angle("moon_elevation").between(0, 90));

    private static final List<String> SUN_ZENITHS = List.of("view:sun_zenith", "s2:mean_solar_zenith");

    /** Creates the extension. */
    public ViewExtension() {
        super(
                "view",
                "view",
                "1.1.0",
                "1.0.0",
                SchemaRules.open().closed().usedAt(ITEM, ASSET).inCollections(CollectionUse.REQUIRED),
                FIELDS);
    }

    private static Field angle(String name) {
        return Field.of("view:" + name, NUMBER).at(ITEM, ASSET).summary(FieldSummary.RANGE);
    }

    /** Takes the elevation of the sun from its zenith angle, which other vocabularies have instead. */
    @Override
    public void upgrade(FieldHolder holder) {
        for (String zenith : SUN_ZENITHS) {
            if (holder.members().get(zenith) instanceof Number angle) {
                holder.members().putIfAbsent("view:sun_elevation", 90 - angle.doubleValue());
            }
        }
        holder.members().remove(SUN_ZENITHS.get(0));
    }

    /**
     * Takes 1.0.0 where it suffices: it asks for a field in the properties and does not know the moon. Elsewhere 1.1.0
     * stays, which is valid in STAC 1.0.0 too.
     */
    @Override
    public String downgrade(List<FieldHolder> item) {
        boolean inProperties =
                item.stream().anyMatch(holder -> holder.level() == FieldLevel.ITEM && has(holder, "view:"));
        boolean moon = item.stream().anyMatch(holder -> has(holder, "view:moon_"));
        return uri(inProperties && !moon ? "1.0.0" : "1.1.0");
    }

    private static boolean has(FieldHolder holder, String start) {
        return holder.members().keySet().stream().anyMatch(name -> name.startsWith(start));
    }
}
