package io.stacgenerator.internal.proj;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NameIndexTest {

    private static final NameIndex INDEX = NameIndex.ofTable();

    @Test
    void findsEachSystemByEachOfItsNames() {
        List<CrsEntry> lost = CrsTable.codes()
                .mapToObj(code -> CrsTable.find(code).orElseThrow())
                .filter(entry -> !names(entry).allMatch(name -> finds(entry.code(), name)))
                .toList();

        assertThat(lost).isEmpty();
    }

    private static Stream<String> names(CrsEntry entry) {
        return Stream.concat(Stream.of(entry.name(), entry.datum()), entry.aliases().stream())
                .map(NameIndex::key)
                .filter(key -> !key.isEmpty());
    }

    private static boolean finds(int code, String key) {
        return INDEX.codes(key).anyMatch(found -> found == code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nosuchsystem"})
    void findsNothingThatIsNotListed(String key) {
        assertThat(INDEX.codes(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WGS 84 / UTM zone 32N, wgs84utmzone32n",
        "GCS_WGS_1984, wgs1984",
        "D_WGS_1984, wgs1984",
        "GCS, gcs",
        "D1, d1",
        "' _/', ''",
    })
    void comparesNamesWithoutCaseBlanksAndPrefixes(String name, String key) {
        assertThat(NameIndex.key(name)).isEqualTo(key);
    }
}
