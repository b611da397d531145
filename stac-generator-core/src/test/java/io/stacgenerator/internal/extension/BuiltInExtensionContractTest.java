package io.stacgenerator.internal.extension;

import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.testkit.StacExtensionContract;
import org.junit.jupiter.api.Nested;

/** The built-in extensions whose fields come from metadata alone keep the contract as those of others do. */
final class BuiltInExtensionContractTest {

    @Nested
    final class View extends StacExtensionContract {

        @Override
        protected StacExtension extension() {
            return new ViewExtension();
        }

        @Override
        protected String example() {
            return """
                    {"view:off_nadir": 3.5, "view:incidence_angle": 4, "view:azimuth": 190, "view:sun_azimuth": 150.1,
                     "view:sun_elevation": 30, "view:moon_azimuth": 10, "view:moon_elevation": 12}""";
        }
    }

    @Nested
    final class Mgrs extends StacExtensionContract {

        @Override
        protected StacExtension extension() {
            return new MgrsExtension();
        }

        @Override
        protected String example() {
            return "{\"mgrs:latitude_band\": \"T\", \"mgrs:grid_square\": \"NS\", \"mgrs:utm_zone\": 32}";
        }
    }

    @Nested
    final class Timestamps extends StacExtensionContract {

        @Override
        protected StacExtension extension() {
            return new TimestampsExtension();
        }

        @Override
        protected String example() {
            return """
                    {"properties": {"published": "2024-05-02T00:00:00Z", "unpublished": "2024-05-03T00:00:00Z",
                     "expires": "2034-05-02T00:00:00Z"}}""";
        }
    }

    @Nested
    final class SolarSystem extends StacExtensionContract {

        @Override
        protected StacExtension extension() {
            return new SolarSystemExtension();
        }

        @Override
        protected String example() {
            return """
                    {"ssys:targets": ["Moon"], "ssys:local_time": "01:115:12.343", "ssys:target_class": "satellite"}""";
        }
    }
}
