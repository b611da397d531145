package io.stacgenerator.spark;

import io.stacgenerator.GenerationListener;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What tasks count, shown in the page of a stage. A task that Spark runs twice counts twice, as accumulators in a
 * transformation do.
 */
final class Counters implements Serializable {

    private static final long serialVersionUID = 1;

    private final LongAccumulator requests;
    private final LongAccumulator items;
    private final LongAccumulator warnings;
    private final LongAccumulator bytes;
    private final FailureCounts failures = new FailureCounts();

    Counters(SparkContext context) {
        requests = context.longAccumulator("stac requests");
        items = context.longAccumulator("stac items");
        warnings = context.longAccumulator("stac warnings");
        bytes = context.longAccumulator("stac bytes read");
        context.register(failures, "stac failures");
    }

    void countItem(long warned) {
        requests.add(1);
        items.add(1);
        warnings.add(warned);
    }

    void countFailure(StacGeneratorException error) {
        requests.add(1);
        failures.add(error.code().name());
    }

    void countBytes(Bytes read) {
        bytes.add(read.sum.sumThenReset());
    }

    /** The bytes that one task reads: accumulators are not thread-safe, and assets are read by several threads. */
    static final class Bytes implements GenerationListener {

        private final LongAdder sum = new LongAdder();

        GenerationOptions listening() {
            return GenerationOptions.builder().listener(this).build();
        }

        @Override
        public void assetRead(GenerationRequest request, String href, long bytes, Duration time) {
            sum.add(bytes);
        }
    }
}
