package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldLevel.LINK;
import static io.stacgenerator.spi.field.FieldTrait.INDIVIDUAL;
import static io.stacgenerator.spi.field.FieldTrait.REQUIRED;
import static io.stacgenerator.spi.field.FieldType.BOOLEAN;
import static io.stacgenerator.spi.field.FieldType.OBJECT;
import static io.stacgenerator.spi.field.FieldType.STRING;
import static io.stacgenerator.spi.field.FieldType.STRINGS;

import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.field.CollectionUse;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.SchemaRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The storage extension 2.0.0: in which object stores assets lie. */
public final class StorageExtension extends BuiltInExtension {

    private static final String SCHEMES = "storage:schemes";
    private static final String REFS = "storage:refs";
    private static final Pattern AZURE =
            Pattern.compile("(https://)([a-z0-9]{3,24})(\\.(?:blob|dfs)\\.core\\.[a-z.]+)(?=/)");
    /** Other forms of URLs have no region. */
    private static final Pattern AWS =
            Pattern.compile("https://([a-z0-9][a-z0-9-]{1,61}[a-z0-9])\\.s3\\.([a-z0-9-]+)\\.amazonaws\\.com(?=/)");

    private static final String ALTERNATE = "alternate";
    private static final Map<String, String> OLD_PLATFORMS = Map.of("aws-s3", "AWS", "ms-azure", "AZURE");

    private static final List<Field> FIELDS = List.of(
            Field.of(SCHEMES, OBJECT)
                    .at(ITEM)
                    .anyMember(Field.of("scheme", OBJECT)
                            .members(
                                    Field.of("type", STRING).with(REQUIRED),
                                    Field.of("platform", STRING).with(REQUIRED).matching("[\\w+.-]+:\\/\\/.*"),
                                    Field.of("region", STRING),
                                    Field.of("requester_pays", BOOLEAN),
                                    Field.of("account", STRING),
                                    Field.of("bucket", STRING))),
            Field.of(REFS, STRINGS).at(ASSET, LINK).with(INDIVIDUAL));

    /** Creates the extension. */
    public StorageExtension() {
        super(
                "storage",
                "storage",
                "2.0.0",
                "1.0.0",
                SchemaRules.open().closed().usedAt(ITEM).needing(SCHEMES).inCollections(CollectionUse.REQUIRED),
                FIELDS);
    }

    /** Describes the accounts of Azure Blob Storage and the buckets of AWS that assets lie in, and refers to them. */
    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        Map<String, Object> schemes = new TreeMap<>();
        for (AssetDraft asset : item.assets().values()) {
            Matcher blob = AZURE.matcher(asset.href());
            Matcher object = AWS.matcher(asset.href());
            if (blob.lookingAt()) {
                refer(asset, schemes, blob.group(2), azure(blob));
            } else if (object.lookingAt()) {
                refer(asset, schemes, object.group(1), aws(object));
            }
        }
        if (!schemes.isEmpty()) {
            item.properties().put(SCHEMES, schemes);
        }
    }

    private static void refer(AssetDraft asset, Map<String, Object> schemes, String name, Map<String, Object> scheme) {
        schemes.put(name, scheme);
        asset.fields().put(REFS, List.of(name));
    }

    private static Map<String, Object> azure(Matcher blob) {
        Map<String, Object> scheme = new LinkedHashMap<>();
        scheme.put("type", "ms-azure");
        scheme.put("platform", blob.group(1) + "{account}" + blob.group(3));
        scheme.put("account", blob.group(2));
        return scheme;
    }

    private static Map<String, Object> aws(Matcher object) {
        Map<String, Object> scheme = new LinkedHashMap<>();
        scheme.put("type", "aws-s3");
        scheme.put("platform", "https://{bucket}.s3.{region}.amazonaws.com");
        scheme.put("bucket", object.group(1));
        scheme.put("region", object.group(2));
        return scheme;
    }

    /**
     * Writes the first scheme that an asset refers to into the asset itself. Version 1.0.0 names platforms instead of
     * describing them, and knows no storage of links.
     */
    @Override
    public String downgrade(List<FieldHolder> item) {
        Map<String, Object> schemes = new LinkedHashMap<>();
        item.forEach(
                holder -> schemes.putAll(JsonValues.members(holder.members().remove(SCHEMES))));
        for (FieldHolder holder : item) {
            downgrade(holder.members(), holder.level() == LINK ? Map.of() : schemes);
        }
        return super.downgrade(item);
    }

    private static void downgrade(Map<String, Object> members, Map<String, Object> schemes) {
        List<Object> refs = JsonValues.elements(members.remove(REFS));
        Map<String, Object> scheme =
                refs.isEmpty() ? Map.of() : JsonValues.members(schemes.get(String.valueOf(refs.get(0))));
        if (!scheme.isEmpty()) {
            members.put("storage:platform", OLD_PLATFORMS.getOrDefault(String.valueOf(scheme.get("type")), "OTHER"));
            putIfPresent(members, "storage:region", scheme.get("region"));
            putIfPresent(members, "storage:requester_pays", scheme.get("requester_pays"));
        }
        members.computeIfPresent(ALTERNATE, (name, value) -> alternates(value, schemes));
    }

    private static void putIfPresent(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /** Other places of an asset have a storage each (alternate assets extension). */
    private static Object alternates(Object value, Map<String, Object> schemes) {
        Map<String, Object> alternates = new LinkedHashMap<>();
        JsonValues.members(value).forEach((key, each) -> {
            Map<String, Object> alternate = new LinkedHashMap<>(JsonValues.members(each));
            downgrade(alternate, schemes);
            alternates.put(key, alternate);
        });
        return alternates;
    }
}
