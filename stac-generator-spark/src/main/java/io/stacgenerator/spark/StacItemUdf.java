package io.stacgenerator.spark;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonText;
import java.util.Map;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/**
 * Turns a request into an Item in SQL and in Python:
 *
 * <pre>{@code
 * spark.udf.registerJavaFunction("stac_item", "io.stacgenerator.spark.StacItemUdf")
 * }</pre>
 *
 * <p>It gets a request as JSON, see {@link GenerationRequest#fromJson}, and returns the Item as JSON. When the request
 * fails it returns an object with the only member {@code error}, which has {@code code}, {@code message} and what
 * {@link StacGeneratorException#toMap} says else; for null it returns null. One request at a time: {@link StacSpark} is
 * faster where files are remote.
 *
 * @since 0.1.0
 */
public final class StacItemUdf implements UDF1<String, @Nullable String> {

    private static final long serialVersionUID = 1;

    /** Creates the function. */
    public StacItemUdf() {}

    @Override
    public @Nullable String call(@Nullable String request) {
        if (request == null) {
            return null;
        }
        try {
            return JsonText.compact(ExecutorGenerator.shared()
                    .generate(GenerationRequest.fromJson(request))
                    .item()
                    .toMap());
        } catch (StacGeneratorException e) {
            return JsonText.compact(Map.of("error", e.toMap()));
        }
    }
}
