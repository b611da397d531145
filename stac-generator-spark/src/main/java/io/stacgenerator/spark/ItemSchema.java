package io.stacgenerator.spark;

import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.table.TableSchema;
import java.util.Iterator;

/** The columns that Items need, as JSON that tasks reduce. */
final class ItemSchema {

    private ItemSchema() {}

    /** Returns the columns of the Items of a task. */
    static String of(Iterator<String> items) {
        TableSchema schema = TableSchema.of(ExecutorGenerator.shared().fields());
        items.forEachRemaining(item -> schema.add(StacItem.parse(item)));
        return JsonText.compact(schema.toMap());
    }

    /** Returns the columns of both. */
    static String merged(String a, String b) {
        TableSchema schema = parsed(a);
        schema.merge(JsonText.parse(b));
        return JsonText.compact(schema.toMap());
    }

    static TableSchema parsed(String json) {
        TableSchema schema = TableSchema.of(ExecutorGenerator.shared().fields());
        schema.merge(JsonText.parse(json));
        return schema;
    }
}
