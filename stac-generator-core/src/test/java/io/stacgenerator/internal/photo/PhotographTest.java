package io.stacgenerator.internal.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhotographTest {

    private static final int DATE = 36867;
    private static final int OFFSET = 36881;
    private static final int PART_OF_SECOND = 37521;
    private static final int FOCAL_LENGTH = 37386;
    private static final int XMP = 700;

    /** The segment of the frame, an empty one of a scan, and the end. */
    private static final int FRAME_AND_END = 19 + 4 + 2;

    private static Photo dji() {
        return Photo.of("DJI", "FC6310")
                .exif(DATE, "2021:06:01 10:20:30")
                .exif(OFFSET, "+02:00")
                .exif(PART_OF_SECOND, "25")
                .exif(FOCAL_LENGTH, 88, 10)
                .position("N", new int[] {46, 57, 600}, "W", new int[] {7, 26, 1200})
                .xmp("""
                        drone-dji:GimbalYawDegree="-170.50" drone-dji:GimbalPitchDegree="-60.00"
                        drone-dji:GimbalRollDegree="+0.00" drone-dji:AbsoluteAltitude="+612.34">
                        <drone-dji:RelativeAltitude>+80.10</drone-dji:RelativeAltitude>""");
    }

    private static GenerationResult generate(Map<String, byte[]> files) {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        List<String> hrefs = files.entrySet().stream()
                .map(file -> storage.put(file.getKey(), file.getValue()))
                .sorted()
                .toList();
        try (StacGenerator generator = StacGenerator.builder().install(storage).build()) {
            return generator.generate(
                    GenerationRequest.builder().assetPaths(hrefs).build());
        }
    }

    @Test
    void aPhotographOfADroneSaysTimeCameraAnglesAndPosition() {
        GenerationResult result = generate(Map.of("DJI_0001.JPG", dji().jpeg()));

        assertThat(result.item().properties())
                .containsEntry("datetime", "2021-06-01T08:20:30.250Z")
                .containsEntry("instruments", List.of("fc6310"))
                .containsEntry("camera:yaw", -170.5)
                .containsEntry("camera:pitch", -60.0)
                .containsEntry("camera:roll", 0.0)
                .containsEntry("camera:altitude", 612.34)
                .containsEntry("camera:relative_altitude", 80.1)
                .containsEntry("view:off_nadir", 30.0)
                .containsEntry("view:azimuth", 189.5)
                .containsEntry("camera:make", "DJI")
                .containsEntry("camera:model", "FC6310")
                .containsEntry("camera:focal_length", 8.8);
        assertThat(result.item().toMap().get("geometry"))
                .isEqualTo(Map.of("type", "Point", "coordinates", List.of(-7.4366667, 46.9516667)));
        assertThat(result.warnings()).extracting(Warning::code).containsExactly("footprint-of-camera");
    }

    /** As an editor leaves them that wrote a wrong length; the standard itself lets 0xFF fill. */
    @ParameterizedTest
    @ValueSource(strings = {"ffff", "68656c6c6f", "00ff00ffd0ff01", "ff"})
    void bytesBetweenSegmentsArePassedOver(String hex) {
        byte[] photo = dji().jpeg();
        int frame = photo.length - FRAME_AND_END;
        byte[] between = HexFormat.of().parseHex(hex);
        byte[] file = ByteBuffer.allocate(photo.length + between.length)
                .put(photo, 0, frame)
                .put(between)
                .put(photo, frame, FRAME_AND_END)
                .array();

        GenerationResult result = generate(Map.of("a.jpg", file));

        assertThat(result.item().assets().get("data").toMap()).containsEntry("data_type", "uint8");
        assertThat(result.item().properties()).containsEntry("camera:make", "DJI");
    }

    /** The domain EXIF of GDAL_METADATA or of an .aux.xml may hold any string. */
    @ParameterizedTest
    @ValueSource(strings = {"a b c", "46 57", "46 57 x", "NaN 1 1", "46 57 Infinity", "46  57 6", ""})
    void anAngleThatIsNotThreeNumbersIsNoPosition(String angle) {
        Photograph photograph = Photograph.of(
                        Map.of("EXIF:Make", "DJI", "EXIF:GPSLatitude", angle, "EXIF:GPSLongitude", "7 26 12"))
                .orElseThrow();

        assertThat(photograph.latitude()).isEmpty();
    }

    @Test
    void photographsOfAFlightAreWhereTheirCamerasWere() {
        GenerationResult result = generate(Map.of(
                "DJI_0001.JPG",
                dji().jpeg(),
                "DJI_0002.JPG",
                Photo.of("DJI", "FC6310")
                        .exif(DATE, "2021:06:01 10:21:00")
                        .position("N", new int[] {47, 0, 0}, "W", new int[] {7, 0, 0})
                        .jpeg()));

        assertThat(result.item().toMap().get("geometry")).asString().contains("MultiPoint", "[-7.0, 47.0]");
        assertThat(result.item().properties())
                .containsEntry("instruments", List.of("fc6310"))
                .doesNotContainKey("camera:yaw");
        assertThat(result.item().assets().values())
                .anySatisfy(asset -> assertThat(asset.toMap()).containsEntry("camera:yaw", -170.5));
    }

    @Test
    void aPhotographWithoutAFixOfItsReceiverHasNoPlace() {
        byte[] without = Photo.of("DJI", "FC6310")
                .exif(DATE, "2021:06:01 10:20:30")
                .position("N", new int[] {0, 0, 0}, "E", new int[] {0, 0, 0})
                .jpeg();

        assertThat(generate(Map.of("a.jpg", without)).item().geometry()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drone-parrot:CameraYawDegree="10.5" drone-parrot:CameraPitchDegree="-90.0"> | camera:pitch | -90.0
            Camera:Yaw="10.5" Camera:Pitch="2.5" Camera:Roll="-1.5"> | camera:pitch | -87.5
            Camera:Yaw="10.5" Camera:Pitch="2.5" Camera:Roll="-1.5"> | view:off_nadir | 2.5
            Camera:AboveGroundAltitude="119/2"> | camera:relative_altitude | 59.5
            drone-dji:DroneModel="M3E"> | platform | m3e
            drone-dji:UTCAtExposure="2022-11-03T12:33:34.123"> | datetime | 2022-11-03T12:33:34.123Z
            """)
    void xmpOfOtherMakersIsRead(String xmp, String field, String expected) {
        GenerationResult result = generate(Map.of(
                "a.jpg",
                Photo.of("X", "Y").exif(DATE, "2021:06:01 10:20:30").xmp(xmp).jpeg()));

        assertThat(String.valueOf(result.item().properties().get(field))).isEqualTo(expected);
    }

    private static double[] bytes(byte[] content) {
        double[] bytes = new double[content.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = content[i] & 0xFF;
        }
        return bytes;
    }

    private static byte[] micaSense(String band, int wavelength) {
        byte[] xmp = Photo.packet("""
                Camera:CentralWavelength="%d" Camera:WavelengthFWHM="27">
                <Camera:BandName><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></Camera:BandName>""".formatted(wavelength, band));
        return TiffBuilder.of(TiffImage.of(20, 10)
                        .samples(16, 1)
                        .text(271, "MicaSense")
                        .text(272, "RedEdge-M")
                        .text(306, "2021:06:01 10:20:30")
                        .tag(XMP, FieldType.BYTE, bytes(xmp)))
                .build();
    }

    @Test
    void aTiffOfAMultispectralCameraSaysItsBand() {
        GenerationResult result = generate(Map.of("000/IMG_0001_2.tif", micaSense("Green", 560)));

        assertThat(result.item().assets().get("band_2").toMap())
                .containsEntry("eo:common_name", "green")
                .containsEntry("eo:center_wavelength", 0.56)
                .containsEntry("eo:full_width_half_max", 0.027);
        assertThat(result.item().properties()).containsEntry("instruments", List.of("rededge-m"));
    }

    @Test
    void thePhotographsOfOneCaptureAreTheBandsOfOneItem() {
        GenerationResult result = generate(
                Map.of("000/IMG_0001_2.tif", micaSense("Green", 560), "000/IMG_0001_4.tif", micaSense("NIR", 840)));

        assertThat(result.item().assets()).containsOnlyKeys("band_2", "band_4");
        assertThat(result.item().assets().get("band_4").toMap())
                .containsEntry("eo:common_name", "nir")
                .containsEntry("eo:center_wavelength", 0.84)
                .containsEntry("roles", List.of("data"));
        assertThat(result.item().properties())
                .containsEntry("datetime", "2021-06-01T10:20:30Z")
                .containsEntry("instruments", List.of("rededge-m"));
    }

    @Test
    void brokenPhotographsAreWarnedOfOrRefused() {
        byte[] whole = dji().jpeg();
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] broken = i % 2 == 0 ? Arrays.copyOf(whole, 20 + random.nextInt(whole.length - 20)) : whole.clone();
            for (int change = 0; change < 1 + i % 5; change++) {
                broken[20 + random.nextInt(broken.length - 20)] = (byte) random.nextInt();
            }
            try {
                generate(Map.of("a_20210601.jpg", broken));
            } catch (StacGeneratorException e) {
                // GDAL, where it is installed, refuses those without pixels
                assertThat(e.code()).isEqualTo(ErrorCode.INVALID_RASTER);
            }
        }
    }
}
