package io.stacgenerator.internal.proj;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CrsTableTest {

    @Test
    void systemIsFoundByItsCode() {
        CrsEntry entry = CrsTable.find(32632).orElseThrow();

        assertThat(entry.name()).isEqualTo("WGS 84 / UTM zone 32N");
        assertThat(entry.projString()).isEqualTo("+proj=utm +zone=32 +ellps=WGS84");
        assertThat(entry.deprecated()).isFalse();
        assertThat(entry.west()).isEqualTo(6);
        assertThat(entry.south()).isEqualTo(0);
        assertThat(entry.east()).isEqualTo(12);
        assertThat(entry.north()).isEqualTo(84);
        assertThat(entry.error()).isLessThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {4979, 9518, 7405, 7415, 5698})
    void compoundAndThreeDimensionalSystemsAreListedWithTheirHorizontalPart(int code) {
        assertThat(CrsTable.find(code)).isPresent();
    }

    @Test
    void compoundSystemsAreToldByTheirLines() {
        assertThat(CrsTable.lines())
                .isNotEmpty()
                .allMatch(line -> CrsEntry.isCompound(line)
                        != CrsEntry.parse(line).parts().isEmpty());
    }

    @Test
    void areaOfUseMayCrossTheAntimeridian() {
        CrsEntry fiji = CrsTable.find(3460).orElseThrow();

        assertThat(fiji.west()).isGreaterThan(fiji.east());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 32767, 999_999})
    void unknownCodeIsNotListed(int code) {
        assertThat(CrsTable.find(code)).isEmpty();
    }

    @Test
    void everyAcceptedSystemLeadsBackFromTheMiddleOfItsArea() {
        List<Integer> astray = new ArrayList<>();
        CrsTable.codes().mapToObj(code -> CrsTable.find(code).orElseThrow()).forEach(entry -> {
            boolean local = entry.east() - entry.west() < 360;
            if (entry.error() <= 10 && local && !leadsBack(entry)) {
                astray.add(entry.code());
            }
        });

        assertThat(astray).isEmpty();
        assertThat(CrsTable.codes().count()).isGreaterThan(6000);
    }

    private static boolean leadsBack(CrsEntry entry) {
        Wgs84Transform transform = Wgs84Transform.of(entry.projString(), entry.shifts());
        double east = entry.east() < entry.west() ? entry.east() + 360 : entry.east();
        double longitude = (entry.west() + east) / 2;
        double latitude = (entry.south() + entry.north()) / 2;
        double[] p = new double[2];
        return transform.fromLonLat(longitude, latitude, p)
                && transform.toLonLat(p[0], p[1], p)
                && Math.abs(Math.IEEEremainder(p[0] - longitude, 360)) < 0.01
                && Math.abs(p[1] - latitude) < 0.01;
    }
}
