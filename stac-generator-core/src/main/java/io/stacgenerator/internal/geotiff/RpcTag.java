package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The rational polynomial coefficients of the tag RPCCoefficient, under the names of GDAL's domain RPC. */
final class RpcTag {

    private static final String DOMAIN = "RPC:";
    private static final int DIGITS = 15;
    private static final int SIZE = 92;
    private static final int COEFFICIENTS = 20;

    private static final String[] NUMBERS = {
        "ERR_BIAS",
        "ERR_RAND",
        "LINE_OFF",
        "SAMP_OFF",
        "LAT_OFF",
        "LONG_OFF",
        "HEIGHT_OFF",
        "LINE_SCALE",
        "SAMP_SCALE",
        "LAT_SCALE",
        "LONG_SCALE",
        "HEIGHT_SCALE"
    };

    private static final String[] POLYNOMIALS = {"LINE_NUM_COEFF", "LINE_DEN_COEFF", "SAMP_NUM_COEFF", "SAMP_DEN_COEFF"
    };

    private RpcTag() {}

    static void read(Ifd ifd, Map<String, String> into) throws IOException {
        double[] values = ifd.numbers(TagId.RPC_COEFFICIENT);
        if (values.length != SIZE || !Arrays.stream(values).allMatch(Double::isFinite)) {
            return;
        }
        for (int i = 0; i < NUMBERS.length; i++) {
            into.put(DOMAIN + NUMBERS[i], GdalNumber.format(values[i], DIGITS));
        }
        for (int i = 0; i < POLYNOMIALS.length; i++) {
            int from = NUMBERS.length + i * COEFFICIENTS;
            into.put(DOMAIN + POLYNOMIALS[i], joined(Arrays.copyOfRange(values, from, from + COEFFICIENTS)));
        }
    }

    private static String joined(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> GdalNumber.format(value, DIGITS))
                .collect(Collectors.joining(" "));
    }
}
