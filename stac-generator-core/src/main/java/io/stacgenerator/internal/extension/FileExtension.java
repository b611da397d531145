package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.LINK;
import static io.stacgenerator.spi.field.FieldTrait.INDIVIDUAL;
import static io.stacgenerator.spi.field.FieldTrait.MEASURED;
import static io.stacgenerator.spi.field.FieldTrait.NONEMPTY;
import static io.stacgenerator.spi.field.FieldTrait.REQUIRED;
import static io.stacgenerator.spi.field.FieldType.ANY;
import static io.stacgenerator.spi.field.FieldType.INTEGER;
import static io.stacgenerator.spi.field.FieldType.OBJECTS;
import static io.stacgenerator.spi.field.FieldType.STRING;

import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.field.SchemaRules;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The file info extension 2.1.0: the size of each file that was opened, and on request its checksum. */
public final class FileExtension extends BuiltInExtension {

    /** The size of a file in bytes. */
    public static final String SIZE = "file:size";

    private static final String CHECKSUM = "file:checksum";
    private static final String SEGMENT = "[^\\r\\n\\t\\\\:'\"/]+";

    private static final List<Field> FIELDS = List.of(
            field("byte_order", STRING).oneOf("big-endian", "little-endian"),
            Field.of(CHECKSUM, STRING)
                    .at(ASSET, LINK)
                    .with(MEASURED, INDIVIDUAL)
                    .matching("[a-f0-9]+")
                    .rule(Multihash::check),
            field("header_size", INTEGER).atLeast(0),
            Field.of(SIZE, INTEGER).at(ASSET, LINK).with(MEASURED, INDIVIDUAL).atLeast(0),
            field("local_path", STRING).matching(SEGMENT + "(/" + SEGMENT + ")*/?"),
            field("values", OBJECTS)
                    .with(NONEMPTY, INDIVIDUAL)
                    .members(
                            Field.of("values", ANY).with(REQUIRED),
                            Field.of("summary", STRING).with(NONEMPTY, REQUIRED)));

    /** What version 1.0 had, and the common metadata and raster extension have now. */
    private static final Map<String, String> MOVED = Map.of(
            "file:data_type", "data_type",
            "file:nodata", "nodata",
            "file:unit", "unit",
            "file:bits_per_sample", "raster:bits_per_sample");

    /** Creates the extension. */
    public FileExtension() {
        super("file", "file", "2.1.0", SchemaRules.open().closed().at(ASSET, LINK), FIELDS);
    }

    private static Field field(String name, FieldType type) {
        return Field.of("file:" + name, type).at(ASSET, LINK).with(INDIVIDUAL);
    }

    @Override
    public boolean needsAssets() {
        return true;
    }

    @Override
    public void upgrade(FieldHolder holder) {
        MOVED.forEach((old, name) -> upgrade(holder.members(), old, name));
    }

    private static void upgrade(Map<String, Object> members, String old, String name) {
        if (members.containsKey(old)) {
            Object value = members.remove(old);
            List<Object> list = JsonValues.elements(value);
            members.putIfAbsent(name, list.size() == 1 ? list.get(0) : value);
        }
    }

    @Override
    public void read(AssetDraft asset, StorageObject object, GenerationContext context) throws IOException {
        boolean isFile = asset.size().isPresent();
        if (isFile && context.options().checksum()) {
            asset.fields().put(CHECKSUM, Multihash.sha256(object));
        }
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        item.assets()
                .values()
                .forEach(asset -> asset.size().ifPresent(bytes -> asset.fields().put(SIZE, bytes)));
    }
}
