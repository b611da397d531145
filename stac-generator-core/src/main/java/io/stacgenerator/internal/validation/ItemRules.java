package io.stacgenerator.internal.validation;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.List;
import java.util.Map;

/**
 * The rules of STAC 1.1.0 and 1.0.0 Items: those of the published JSON Schemas, and those that only the text of the
 * specification or RFC 7946 states, such as the winding of rings.
 */
public final class ItemRules {

    private ItemRules() {}

    /**
     * Checks an Item against the rules of STAC and of the extensions that it declares.
     *
     * @param item an Item of STAC 1.1.0 or 1.0.0, with any content
     * @param known the fields and extensions that are known; fields of others may have any value
     * @return the rules it breaks; none when it is valid
     */
    public static List<Fault> check(Map<String, Object> item, KnownFields known) {
        Faults faults = new Faults();
        boolean old = OldDocuments.include(item);
        List<FieldHolder> holders = old ? OldDocuments.holders(FieldHolder.allOf(item)) : FieldHolder.allOf(item);
        JsonRules.check(item, faults);
        MemberRules.checkItem(item, faults);
        LocationRules.check(item, faults);
        LinkRules.checkItem(item, faults);
        AssetRules.check(item, faults);
        if (!old) {
            BandRules.checkItem(holders, faults);
        }
        TimeRules.checkItem(holders, faults);
        new FieldRules(item, known, new ItemUse(holders, known), faults).check(holders);
        return faults.list();
    }
}
