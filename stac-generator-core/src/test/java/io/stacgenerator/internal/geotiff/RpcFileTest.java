package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public final class RpcFileTest {

    private static String rpb() {
        String ones =
                IntStream.range(0, 20).mapToObj(i -> "\t\t\t" + i + ".5E-01").collect(Collectors.joining(",\n"));
        return """
                satId = "QB02";
                BEGIN_GROUP = IMAGE
                \terrBias = 7.46;
                \tlineOffset = 400;
                \tsampOffset = 500;
                \tlatOffset = 20.25;
                \tlongOffset = -100.5;
                \theightOffset = 500;
                \tlineScale = 400;
                \tsampScale = 500;
                \tlatScale = 0.05;
                \tlongScale = 0.06;
                \theightScale = 500;
                \tlineNumCoef = (
                ONES);
                \tlineDenCoef = (
                ONES);
                \tsampNumCoef = (
                ONES);
                \tsampDenCoef = (
                ONES);
                END_GROUP = IMAGE
                END;
                """.replace("ONES", ones);
    }

    /** Returns the coefficients in lines, with a latitude of 20.25 in the middle. */
    public static String lines() {
        StringBuilder text = new StringBuilder("""
                LINE_OFF: +000400.00 pixels
                SAMP_OFF: +000500.00 pixels
                LAT_OFF: +20.25000000 degrees
                LONG_OFF: -100.50000000 degrees
                HEIGHT_OFF: +0500.000 meters
                LINE_SCALE: +000400.00 pixels
                SAMP_SCALE: +000500.00 pixels
                LAT_SCALE: +00.05000000 degrees
                LONG_SCALE: +000.06000000 degrees
                HEIGHT_SCALE: +0500.000 meters
                """);
        for (String name : new String[] {"LINE_NUM", "LINE_DEN", "SAMP_NUM", "SAMP_DEN"}) {
            for (int i = 0; i < 20; i++) {
                text.append("%s_COEFF_%d: +%d.5E-01\n".formatted(name, i + 1, i));
            }
        }
        return text.toString();
    }

    @Test
    void bothFormsSayTheSame() {
        Map<String, String> rpb = RpcFile.parse(rpb());

        assertThat(rpb)
                .containsEntry("RPC:LINE_OFF", "400.0")
                .containsEntry("RPC:LONG_OFF", "-100.5")
                .hasEntrySatisfying(
                        "RPC:SAMP_DEN_COEFF",
                        numbers ->
                                assertThat(numbers).startsWith("0.05 0.15 0.25").endsWith(" 1.95"));
        rpb.keySet().remove("RPC:ERR_BIAS");
        assertThat(RpcFile.parse(lines().replace("\n", "\r\n"))).isEqualTo(rpb);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no coefficients", "lineNumCoef = (1, 2, 3);", "LINE_OFF: 3\nLINE_NUM_COEFF_1: x"})
    void whatIsNotWholeSaysNothing(String text) {
        assertThat(RpcFile.parse(text)).isEmpty();
    }
}
