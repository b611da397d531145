package io.stacgenerator.examples.embedding;

import io.micrometer.observation.ObservationRegistry;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.observation.MicrometerListener;

/** Shows its host what becomes of requests. */
public final class Observed {

    private Observed() {}

    /**
     * Creates the generator of an application.
     *
     * @param registry that of the host, which makes metrics and traces of what it hears
     * @return a generator whose requests are observed
     */
    public static StacGenerator generator(ObservationRegistry registry) {
        return StacGenerator.builder()
                .options(GenerationOptions.builder()
                        .listener(new MicrometerListener(registry))
                        .build())
                .build();
    }
}
