package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachedEngineTest {

    private final List<String> asked = new ArrayList<>();
    private final CrsEngine engine = new CachedEngine(new Recording());

    @Test
    void theSameKeysAreReadOnce() {
        engine.read(keys(3072, 32633));
        assertThat(engine.read(keys(3072, 32633))).contains(CrsDefinition.epsg(4326));

        engine.read(keys(3072, 32634));

        assertThat(asked).containsExactly("keys", "keys");
    }

    @Test
    void aTransformIsMadeOnceForEachSystemAndPlace() {
        engine.transform(CrsDefinition.epsg(23032), 9, 50);
        assertThat(engine.transform(CrsDefinition.epsg(23032), 9, 50)).isPresent();

        engine.transform(CrsDefinition.epsg(23032), 9, 51);
        engine.transform(CrsDefinition.epsg(23031), 9, 50);

        assertThat(asked).containsExactly("EPSG:23032 9.0 50.0", "EPSG:23032 9.0 51.0", "EPSG:23031 9.0 50.0");
    }

    @Test
    void whatTheEngineDoesNotKnowIsNotAskedAgain() {
        engine.wkt2(CrsDefinition.epsg(1));
        assertThat(engine.wkt2(CrsDefinition.epsg(1))).isEmpty();

        assertThat(asked).containsExactly("wkt2");
    }

    private static GeoKeys keys(int key, int code) {
        return GeoKeys.of(new long[] {1, 1, 0, 1, key, 0, 1, code}, new double[0], "")
                .orElseThrow();
    }

    private final class Recording implements CrsEngine {

        @Override
        public Optional<CrsDefinition> read(String text) {
            return Optional.empty();
        }

        @Override
        public Optional<CrsDefinition> read(GeoKeys keys) {
            asked.add("keys");
            return Optional.of(CrsDefinition.epsg(4326));
        }

        @Override
        public Optional<Wgs84Transform> transform(CrsDefinition crs) {
            return Optional.empty();
        }

        @Override
        public Optional<Wgs84Transform> transform(CrsDefinition crs, double longitude, double latitude) {
            asked.add(crs.code().orElseThrow() + " " + longitude + " " + latitude);
            return Optional.of(Wgs84Transforms.of(CrsDefinition.epsg(4326)));
        }

        @Override
        public Optional<String> wkt2(CrsDefinition crs) {
            asked.add("wkt2");
            return Optional.empty();
        }
    }
}
