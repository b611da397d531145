package io.stacgenerator.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.href.Secrets;
import java.util.ArrayList;
import java.util.stream.Stream;

/** Texts of strangers: hrefs to be redacted, requests in JSON, and definitions of reference systems. */
public final class TextFuzzer {

    private static final String SECRET = "xyzzy1plugh2";
    private static final String SIGNED = "?sig=" + SECRET;

    private TextFuzzer() {}

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "https://user:pw@host/a.tif?sig=x&se=2020-01-01#f",
                        "s3://bucket/a b/%2e%2e/c.tif;sig=x",
                        "{\"assetPaths\":[\"/a.tif\"],\"itemId\":\"a\",\"options\":{\"statistics\":\"exact\"}}",
                        "PROJCS[\"UTM 32N\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257]],"
                                + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925]],PROJECTION[\"Transverse_Mercator\"],"
                                + "PARAMETER[\"central_meridian\",9],UNIT[\"metre\",1]]",
                        "GEOGCRS[\"x\",DATUM[\"y\",ELLIPSOID[\"z\",6378137,298.257]],CS[ellipsoidal,2],AXIS[\"lat\",north],"
                                + "AXIS[\"lon\",east],ANGLEUNIT[\"degree\",0.017]]",
                        "{\"type\":\"GeographicCRS\",\"name\":\"x\",\"id\":{\"authority\":\"EPSG\",\"code\":4326}}",
                        "+proj=utm +zone=32 +datum=WGS84",
                        "EPSG:32632")
                .map(text -> text.getBytes(UTF_8));
    }

    /** Takes a text for each of these. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, UTF_8);
        Secrets.redact(text);
        boolean guessed = text.contains(SECRET); // the fuzzer learns what it is looked for
        for (String href :
                guessed ? new String[0] : new String[] {text + SIGNED, "https://user:" + SECRET + "@" + text}) {
            if (Secrets.published(href).contains(SECRET)) {
                throw new AssertionError("a secret is published: " + Secrets.published(href));
            }
        }
        attempt(() -> GenerationRequest.fromJson(text));
        attempt(() -> ReferenceSystems.read(text, new ArrayList<>()).ifPresent(crs -> ReferenceSystems.transform(crs)));
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.INTERNAL) {
                throw e;
            }
        }
    }
}
