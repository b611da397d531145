package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.BAND;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldTrait.NONEMPTY;
import static io.stacgenerator.spi.field.FieldTrait.REQUIRED;
import static io.stacgenerator.spi.field.FieldType.BOOLEAN;
import static io.stacgenerator.spi.field.FieldType.INTEGER;
import static io.stacgenerator.spi.field.FieldType.NUMBER;
import static io.stacgenerator.spi.field.FieldType.OBJECTS;
import static io.stacgenerator.spi.field.FieldType.STRING;
import static io.stacgenerator.spi.field.FieldType.STRINGS;

import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldTrait;
import io.stacgenerator.spi.field.SchemaRules;
import io.stacgenerator.spi.raster.RasterBand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The classification extension 2.0.0: what the values of thematic rasters stand for. */
public final class ClassificationExtension extends BuiltInExtension {

    private static final String CLASSES = "classification:classes";
    private static final String BITFIELDS = "classification:bitfields";
    private static final String NAME_FORM = "[0-9A-Za-z\\-_]+";
    private static final String DESCRIPTION = "description";

    private static final List<Field> FIELDS = List.of(
            classes(CLASSES, NONEMPTY).at(ITEM, ASSET, BAND).legacyBand("raster:bands", CLASSES),
            Field.of(BITFIELDS, OBJECTS)
                    .at(ITEM, ASSET, BAND)
                    .with(NONEMPTY)
                    .legacyBand("raster:bands", BITFIELDS)
                    .members(
                            Field.of("offset", INTEGER).atLeast(0).with(REQUIRED),
                            Field.of("length", INTEGER).atLeast(1).with(REQUIRED),
                            classes("classes", NONEMPTY, REQUIRED),
                            Field.of("roles", STRINGS).with(NONEMPTY),
                            Field.of("name", STRING).matching(NAME_FORM),
                            Field.of(DESCRIPTION, STRING)));

    /** Creates the extension. */
    public ClassificationExtension() {
        super(
                "classification",
                "classification",
                "2.0.0",
                "1.1.0",
                SchemaRules.open().closed(),
                FIELDS);
    }

    private static Field classes(String name, FieldTrait... traits) {
        return Field.of(name, OBJECTS)
                .with(traits)
                .members(
                        Field.of("value", INTEGER).with(REQUIRED),
                        Field.of("name", STRING).with(REQUIRED).matching(NAME_FORM),
                        Field.of("title", STRING),
                        Field.of(DESCRIPTION, STRING),
                        Field.of("color_hint", STRING).matching("[0-9A-Fa-f]{6}"),
                        Field.of("nodata", BOOLEAN),
                        Field.of("percentage", NUMBER).between(0, 100),
                        Field.of("count", INTEGER).atLeast(0));
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        item.rasters().forEach(asset -> asset.raster().ifPresent(raster -> write(asset, raster.bands())));
    }

    private static void write(AssetDraft asset, List<RasterBand> bands) {
        for (int i = 0; i < bands.size(); i++) {
            List<Map<String, Object>> classes = Categories.of(bands.get(i));
            if (!classes.isEmpty()) {
                asset.bands().get(i).put(CLASSES, classes);
            }
        }
    }

    /** Renames the {@code color-hint} of version 1.0. */
    @Override
    public void upgrade(FieldHolder holder) {
        changeClasses(holder.members(), ClassificationExtension::upgradeColor);
    }

    private static void upgradeColor(Map<String, Object> each) {
        if (each.remove("color-hint") instanceof String color) {
            each.putIfAbsent("color_hint", color.startsWith("#") ? color.substring(1) : color);
        }
    }

    /** Gives each class the description that version 1.1.0 demands: its title or its name. */
    @Override
    public String downgrade(List<FieldHolder> item) {
        item.forEach(holder -> changeClasses(
                holder.members(), each -> each.putIfAbsent(DESCRIPTION, each.getOrDefault("title", each.get("name")))));
        return super.downgrade(item);
    }

    private static void changeClasses(Map<String, Object> members, Consumer<Map<String, Object>> change) {
        members.computeIfPresent(CLASSES, (name, classes) -> changed(classes, change));
        members.computeIfPresent(
                BITFIELDS,
                (name, bitfields) -> changed(
                        bitfields,
                        bitfield -> bitfield.computeIfPresent("classes", (key, classes) -> changed(classes, change))));
    }

    /** Changes copies of the objects in an array. */
    private static Object changed(Object array, Consumer<Map<String, Object>> change) {
        return JsonValues.array(array)
                .<Object>map(elements -> elements.stream()
                        .map(element -> JsonValues.object(element)
                                .<Object>map(object -> changed(object, change))
                                .orElse(element))
                        .toList())
                .orElse(array);
    }

    private static Map<String, Object> changed(Map<String, Object> object, Consumer<Map<String, Object>> change) {
        Map<String, Object> copy = new LinkedHashMap<>(object);
        change.accept(copy);
        return copy;
    }
}
