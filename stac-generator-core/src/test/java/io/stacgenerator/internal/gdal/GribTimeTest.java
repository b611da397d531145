package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GribTimeTest {

    private static final String CENTER = "CENTER=98(ECMWF) SUBCENTER=0 SIGNF_REF_TIME=0(Analysis) REF_TIME=";

    private final List<Warning> warnings = new ArrayList<>();

    private Map<String, String> checked(String identification, String reference, String valid) {
        Map<String, String> metadata =
                new HashMap<>(Map.of("GRIB_IDS", identification, "GRIB_REF_TIME", reference, "GRIB_VALID_TIME", valid));
        GribTime.check(metadata, () -> Path.of("/none"), warnings);
        metadata.remove("GRIB_IDS");
        return metadata;
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03-04T05:00:00Z, 1583298000",
        "2020-03-04T05:00:00Z, '  1583298000 sec UTC'",
        "1970-01-01T00:00:00Z, 0",
        "1969-12-31T18:00:00Z, -21600"
    })
    void aTimeThatTheMessageSaysStays(String said, String reference) {
        assertThat(checked(CENTER + said + " PROD_STATUS=0", reference, reference))
                .containsEntry("GRIB_REF_TIME", reference)
                .containsEntry("GRIB_VALID_TIME", reference);
        assertThat(warnings).isEmpty();
    }

    /** What GDAL 3.6 makes of bytes that are no date. */
    @ParameterizedTest
    @CsvSource({"2020-02-30T00:00:00Z, 0", "2020-01-01T255:00:00Z, 1577833200", "2020-01-01T00:255:255Z, 1577836739"})
    void aTimeThatTheMessageDoesNotSayIsNone(String said, String reference) {
        assertThat(checked(CENTER + said + " PROD_STATUS=0", reference, reference))
                .isEmpty();
        assertThat(warnings)
                .extracting(Warning::message)
                .containsExactly("the reference time '%s' of a GRIB message is taken for none".formatted(said));
    }

    @Test
    void theDateOfAWriterThatWasToldNoneIsNone() {
        String written =
                "MASTER_TABLE=2 LOCAL_TABLE=0 SIGNF_REF_TIME=0(Analysis) REF_TIME=1970-01-01T00:00:00Z TYPE=255";

        assertThat(checked(written, "0", "0")).isEmpty();
        assertThat(checked(written, "0", "0")).isEmpty();
        assertThat(warnings).hasSize(1);
    }

    /** GDAL 3.6 takes February 30 of edition 1 for the first day of 1970. */
    @ParameterizedTest
    @CsvSource({"20, 70, 1, 1, true", "21, 20, 2, 30, false", "20, 70, 1, 2, false"})
    void theFirstDayOf1970IsThatOfAMessageOfEditionOneThatSaysIt(
            int century, int year, int month, int day, boolean said, @TempDir Path folder) throws IOException {
        byte[] message = new byte[64];
        System.arraycopy("GRIB\0\0@\u0001".getBytes(ISO_8859_1), 0, message, 0, 8);
        message[20] = (byte) year;
        message[21] = (byte) month;
        message[22] = (byte) day;
        message[32] = (byte) century;
        Path file = Files.write(folder.resolve("a.grb"), message);
        Map<String, String> metadata = new HashMap<>(Map.of("GRIB_REF_TIME", "18000", "GRIB_VALID_TIME", "39600"));

        GribTime.check(metadata, () -> file, warnings);

        assertThat(metadata.containsKey("GRIB_VALID_TIME")).isEqualTo(said);
        assertThat(warnings).hasSize(said ? 0 : 1);
    }

    @Test
    void aMessageForNoTimeIsValidAtThatOfItsReference() {
        assertThat(checked(CENTER + "2020-03-04T05:00:00Z", "1583298000", "0"))
                .containsEntry("GRIB_VALID_TIME", "1583298000");
    }
}
