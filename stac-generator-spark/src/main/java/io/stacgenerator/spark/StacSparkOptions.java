package io.stacgenerator.spark;

import io.stacgenerator.GenerationRequest;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How Items are made on Spark. Travels to the executors as JSON values; credentials do not: they are in the environment
 * of the executors, as each storage expects them. Immutable.
 *
 * @since 0.1.0
 */
public final class StacSparkOptions implements Serializable {

    private static final long serialVersionUID = 1;

    private final HashMap<String, Object> requestOptions;
    private final int concurrency;
    private final boolean failFast;

    private StacSparkOptions(Builder builder) {
        requestOptions = new LinkedHashMap<>(builder.requestOptions);
        concurrency = builder.concurrency;
        failFast = builder.failFast;
    }

    /**
     * Returns the defaults.
     *
     * @return options that set nothing for requests, four requests at a time in a task, failures as rows
     */
    public static StacSparkOptions ofDefaults() {
        return builder().build();
    }

    /**
     * Starts options.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    int concurrency() {
        return concurrency;
    }

    boolean failFast() {
        return failFast;
    }

    /** Returns the request with these options, where it does not carry its own. */
    GenerationRequest applyTo(GenerationRequest request) {
        if (requestOptions.isEmpty()) {
            return request;
        }
        Map<String, Object> options = new LinkedHashMap<>(requestOptions);
        options.putAll(request.options());
        return request.toBuilder().options(options).build();
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private Map<String, Object> requestOptions = Map.of();

        /** Remote reads wait, local ones do not: enough for the former without crowding the latter. */
        private int concurrency = 4;

        private boolean failFast;

        private Builder() {}

        /**
         * Sets the options of requests that do not carry their own, such as {@code statistics}.
         *
         * @param options JSON values by name, see {@link GenerationRequest#options()}
         * @return this
         * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_REQUEST} for an unknown name or a wrong
         *     value of an option
         */
        public Builder requestOptions(Map<String, ?> options) {
            requestOptions = GenerationRequest.builder()
                    .assetPaths("any.tif")
                    .options(options)
                    .build()
                    .options();
            return this;
        }

        /**
         * Sets how many requests a task works on at a time. Remote reads wait most of their time, so that more of them
         * than processors pay.
         *
         * @param concurrency at least 1; 4 by default
         * @return this
         * @throws IllegalArgumentException when it is less than 1
         */
        public Builder concurrency(int concurrency) {
            if (concurrency < 1) {
                throw new IllegalArgumentException("concurrency is %d, expected at least 1".formatted(concurrency));
            }
            this.concurrency = concurrency;
            return this;
        }

        /**
         * Sets whether a request that fails ends the job, after the attempts that Spark gives a task.
         *
         * @param failFast false by default: a failure is a row with {@code error}
         * @return this
         */
        public Builder failFast(boolean failFast) {
            this.failFast = failFast;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return the options
         */
        public StacSparkOptions build() {
            return new StacSparkOptions(this);
        }
    }
}
