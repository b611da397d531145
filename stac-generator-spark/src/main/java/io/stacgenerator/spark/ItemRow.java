package io.stacgenerator.spark;

import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.model.Bbox;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.StacItem;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.io.WKBWriter;

/** What became of a request, as a row. */
final class ItemRow {

    private static final StructType BBOX = new StructType()
            .add("xmin", DataTypes.DoubleType)
            .add("ymin", DataTypes.DoubleType)
            .add("xmax", DataTypes.DoubleType)
            .add("ymax", DataTypes.DoubleType);
    private static final StructType WARNING = new StructType()
            .add("code", DataTypes.StringType)
            .add("message", DataTypes.StringType)
            .add("pointer", DataTypes.StringType);
    private static final StructType ERROR = new StructType()
            .add("code", DataTypes.StringType)
            .add("message", DataTypes.StringType)
            .add("retryable", DataTypes.BooleanType);

    static final StructType SCHEMA = new StructType()
            .add("request", DataTypes.StringType)
            .add("item", DataTypes.StringType)
            .add("id", DataTypes.StringType)
            .add("collection", DataTypes.StringType)
            .add("bbox", BBOX)
            .add("geometry", DataTypes.BinaryType)
            .add("datetime", DataTypes.TimestampType)
            .add("warnings", new ArrayType(WARNING, false))
            .add("error", ERROR);

    private ItemRow() {}

    static Row of(String request, GenerationResult result) {
        StacItem item = result.item();
        return RowFactory.create(
                request,
                JsonText.compact(item.toMap()),
                item.id(),
                item.collection().orElse(null),
                item.bbox().map(ItemRow::box).orElse(null),
                item.geometry().map(geometry -> new WKBWriter().write(geometry)).orElse(null),
                item.datetime().map(Timestamp::from).orElse(null),
                warnings(result.warnings()),
                null);
    }

    static Row of(String request, StacGeneratorException error) {
        Row row = RowFactory.create(
                error.code().name(), error.getMessage(), error.code().retryable());
        return RowFactory.create(request, null, null, null, null, null, null, warnings(error.warnings()), row);
    }

    private static Row box(Bbox box) {
        return RowFactory.create(box.west(), box.south(), box.east(), box.north());
    }

    private static Object[] warnings(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> RowFactory.create(warning.code(), warning.message(), warning.pointer()))
                .toArray();
    }
}
