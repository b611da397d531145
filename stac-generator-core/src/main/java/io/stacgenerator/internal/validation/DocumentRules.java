package io.stacgenerator.internal.validation;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of STAC 1.1.0 and 1.0.0 Items, Catalogs and Collections. */
public final class DocumentRules {

    private DocumentRules() {}

    /**
     * Checks a document by the rules of its type.
     *
     * @param document its members, with any content
     * @param known the fields and extensions that are known; fields of others may have any value
     * @return the rules it breaks; none when it is valid
     */
    public static List<Fault> check(Map<String, Object> document, KnownFields known) {
        return switch (String.valueOf(document.get("type"))) {
            case "Feature" -> ItemRules.check(document, known);
            case "Collection" -> checkCollection(document, known);
            case "Catalog" -> checkCatalog(document, known);
            default -> List.of(Fault.unexpected("/type", document.get("type"), "Feature, Catalog or Collection"));
        };
    }

    /**
     * Tells whether the schema of an extension lets a Collection declare it.
     *
     * @param collection its members
     * @param extension the extension
     * @param known the fields and extensions that are known
     * @return false when the extension is for Items only, or the Collection lacks what its schema expects
     */
    public static boolean mayDeclare(Map<String, Object> collection, KnownExtension extension, KnownFields known) {
        return new CollectionFields(collection, holders(collection), known).allows(extension);
    }

    private static List<Fault> checkCatalog(Map<String, Object> catalog, KnownFields known) {
        Faults faults = new Faults();
        List<FieldHolder> holders = holders(catalog);
        MemberRules.checkCatalog(catalog, "Catalog", faults);
        checkContent(catalog, holders, known, faults);
        return faults.list();
    }

    private static List<Fault> checkCollection(Map<String, Object> collection, KnownFields known) {
        Faults faults = new Faults();
        List<FieldHolder> holders = holders(collection);
        MemberRules.checkCollection(collection, faults);
        ExtentRules.check(collection, faults);
        if (collection.containsKey("assets") && !(collection.get("assets") instanceof Map)) {
            faults.unexpected("/assets", collection.get("assets"), "an object");
        }
        AssetRules.check(collection, faults);
        if (!OldDocuments.include(collection)) {
            ItemAssetRules.check(collection, faults);
        }
        SummaryRules.check(collection, faults);
        checkContent(collection, holders, known, faults);
        return faults.list();
    }

    private static void checkContent(
            Map<String, Object> document, List<FieldHolder> holders, KnownFields known, Faults faults) {
        JsonRules.check(document, faults);
        LinkRules.check(document, faults);
        BandRules.check(holders, faults);
        TimeRules.check(holders, faults);
        new FieldRules(document, known, new CollectionFields(document, holders, known), faults).check(holders);
    }

    private static List<FieldHolder> holders(Map<String, Object> document) {
        List<FieldHolder> holders = new ArrayList<>();
        add(new FieldHolder("", FieldLevel.ITEM, document), holders);
        for (String assets : List.of("/assets", "/item_assets")) {
            JsonValues.members(document.get(assets.substring(1)))
                    .forEach((key, asset) -> JsonValues.object(asset)
                            .map(members -> new FieldHolder(JsonPointer.to(assets, key), FieldLevel.ASSET, members))
                            .ifPresent(holder -> add(holder, holders)));
        }
        holders.addAll(FieldHolder.linksOf(document));
        return OldDocuments.include(document) ? OldDocuments.holders(holders) : holders;
    }

    private static void add(FieldHolder holder, List<FieldHolder> holders) {
        holders.add(holder);
        holders.addAll(holder.bands());
    }
}
