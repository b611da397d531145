package io.stacgenerator.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.Observation.Event;
import io.micrometer.observation.ObservationRegistry;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.model.StacItem;
import org.jspecify.annotations.Nullable;

/**
 * Observes requests by Micrometer, which makes metrics and traces of them. Thread-safe.
 *
 * <p>A request is the observation {@code stac.generate}, the child of what the calling thread observes. Its
 * low-cardinality keys are {@code stac.source} and {@code error.type}, the error code or {@code none}; with high
 * cardinality {@code stac.item.id}. Each asset that is read is a child {@code stac.asset} with {@code error.type}, and
 * with high cardinality {@code stac.asset.href} and {@code stac.asset.bytes}. A warning is the event
 * {@code stac.warning.CODE}.
 *
 * @since 0.1.0
 */
public final class MicrometerListener extends SpanListener<Observation> {

    private final ObservationRegistry registry;

    /**
     * Creates a listener, for {@link io.stacgenerator.GenerationOptions.Builder#listener}.
     *
     * @param registry takes the observations
     */
    public MicrometerListener(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    Observation start(GenerationRequest request) {
        return Observation.createNotStarted("stac.generate", registry)
                .contextualName("generate STAC Item")
                .lowCardinalityKeyValue("stac.source", request.source().jsonName())
                .start();
    }

    @Override
    Observation start(Observation parent, String href) {
        return Observation.createNotStarted("stac.asset", registry)
                .contextualName("read asset")
                .parentObservation(parent)
                .highCardinalityKeyValue("stac.asset.href", href)
                .start();
    }

    @Override
    void read(Observation asset, long bytes) {
        asset.highCardinalityKeyValue("stac.asset.bytes", Long.toString(bytes));
    }

    @Override
    void warn(Observation span, Warning warning) {
        span.event(Event.of("stac.warning." + warning.code(), warning.message()));
    }

    @Override
    void made(Observation span, StacItem item) {
        span.highCardinalityKeyValue("stac.item.id", item.id());
    }

    @Override
    void end(Observation span, @Nullable StacGeneratorException error) {
        // Always there: Prometheus refuses meters of one name whose keys differ.
        span.lowCardinalityKeyValue(
                "error.type", error == null ? "none" : error.code().name());
        if (error != null) {
            span.error(error);
        }
        span.stop();
    }
}
