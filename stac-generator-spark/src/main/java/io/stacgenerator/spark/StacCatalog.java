package io.stacgenerator.spark;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code item(request)} for SQL, by configuration alone: with
 * {@code spark.sql.catalog.stac=io.stacgenerator.spark.StacCatalog} it is {@code SELECT stac.item(request)}. It returns
 * what {@link StacItemUdf} returns.
 *
 * @since 0.1.0
 */
public final class StacCatalog implements FunctionCatalog {

    private static final String ITEM = "item";

    private String name = "";

    /** Creates the catalog. */
    public StacCatalog() {}

    @Override
    public void initialize(String name, CaseInsensitiveStringMap options) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Identifier[] listFunctions(String[] namespace) {
        return namespace.length == 0 ? new Identifier[] {Identifier.of(namespace, ITEM)} : new Identifier[0];
    }

    @Override
    public UnboundFunction loadFunction(Identifier function) throws NoSuchFunctionException {
        if (function.namespace().length == 0 && function.name().equalsIgnoreCase(ITEM)) {
            return new ItemFunction();
        }
        throw new NoSuchFunctionException(function);
    }

    /** Is bound to a column of strings. */
    private static final class ItemFunction implements UnboundFunction {

        private static final long serialVersionUID = 1;

        @Override
        public BoundFunction bind(StructType arguments) {
            if (arguments.length() != 1 || !arguments.apply(0).dataType().equals(DataTypes.StringType)) {
                throw new UnsupportedOperationException("item takes one request, a string of JSON");
            }
            return new BoundItemFunction();
        }

        @Override
        public String description() {
            return "item(request): the STAC Item of a request, both as JSON";
        }

        @Override
        public String name() {
            return ITEM;
        }
    }

    /** Runs on executors. */
    private static final class BoundItemFunction implements ScalarFunction<UTF8String> {

        private static final long serialVersionUID = 1;

        private final StacItemUdf function = new StacItemUdf();

        @Override
        public DataType[] inputTypes() {
            return new DataType[] {DataTypes.StringType};
        }

        @Override
        public DataType resultType() {
            return DataTypes.StringType;
        }

        @Override
        public String name() {
            return ITEM;
        }

        @Override
        public String canonicalName() {
            return "io.stacgenerator.item";
        }

        /** Files may change between two calls. */
        @Override
        public boolean isDeterministic() {
            return false;
        }

        @Override
        public @Nullable UTF8String produceResult(InternalRow row) {
            return row.isNullAt(0)
                    ? null
                    : UTF8String.fromString(function.call(row.getUTF8String(0).toString()));
        }
    }
}
