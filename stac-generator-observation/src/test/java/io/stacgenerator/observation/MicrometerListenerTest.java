package io.stacgenerator.observation;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.stacgenerator.StacGeneratorException;
import org.junit.jupiter.api.Test;

final class MicrometerListenerTest {

    private final TestObservationRegistry registry = TestObservationRegistry.create();
    private final MicrometerListener listener = new MicrometerListener(registry);

    @Test
    void aRequestIsAnObservationInThatOfTheHost() {
        Observation host = Observation.start("host", registry);
        host.scoped(() -> Requests.run(Requests.good(), listener));

        assertThat(registry)
                .hasObservationWithNameEqualTo("stac.generate")
                .that()
                .hasBeenStarted()
                .hasBeenStopped()
                .hasParentObservationEqualTo(host)
                .hasLowCardinalityKeyValue("stac.source", "automatic")
                .hasLowCardinalityKeyValue("error.type", "none")
                .hasHighCardinalityKeyValue("stac.item.id", "observed")
                .doesNotHaveError();
    }

    @Test
    void anAssetIsAChildWithItsBytes() {
        Requests.run(Requests.good(), listener);

        assertThat(registry)
                .hasNumberOfObservationsWithNameEqualTo("stac.asset", 1)
                .hasObservationWithNameEqualTo("stac.asset")
                .that()
                .hasBeenStopped()
                .hasParentObservationContextMatching(parent -> parent.getName().equals("stac.generate"))
                .hasLowCardinalityKeyValue("error.type", "none")
                .hasHighCardinalityKeyValue("stac.asset.href", Requests.ASSET)
                .hasHighCardinalityKeyValue("stac.asset.bytes", "5");
    }

    @Test
    void aWarningIsAnEvent() {
        Requests.run(Requests.good(), listener);

        assertThat(registry)
                .hasObservationWithNameEqualTo("stac.generate")
                .that()
                .hasEvent("stac.warning.raster-not-recognised");
    }

    @Test
    void aFailureHasItsCodeAndEndsWhatWasUnderWay() {
        StacGeneratorException error = Requests.run(Requests.bad(), listener).orElseThrow();

        assertThat(registry)
                .hasObservationWithNameEqualTo("stac.generate")
                .that()
                .hasBeenStopped()
                .hasLowCardinalityKeyValue("error.type", error.code().name())
                .hasError(error);
        assertThat(registry)
                .hasAnObservation(asset -> asset.hasNameEqualTo("stac.asset")
                        .hasHighCardinalityKeyValue("stac.asset.href", Requests.MISSING)
                        .hasLowCardinalityKeyValue("error.type", error.code().name())
                        .hasError(error));
    }

    @Test
    void withoutARegistryNothingHappens() {
        assertThat(Requests.run(Requests.good(), new MicrometerListener(TestObservationRegistry.NOOP)))
                .isEmpty();
    }
}
