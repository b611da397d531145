package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.image.Jp2Builder;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders of products give the Items that the packages of stactools expect of them. The folder of samples is given by
 * the system property {@code stacgenerator.metadataSamples}; images are stand-ins of which at most headers can be read,
 * so that all that is compared is made of names, metadata and headers.
 */
@Requires("metadataSamples")
final class PeerItemsTest {

    private static final byte[] NOTHING = {};
    private static final byte[] JSON = {'{', '}'};
    private static final byte[] XML = {'<', 'x', '/', '>'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};

    private static final double EQUAL = 0.95;

    /** The fields of some samples that differ, both as expressions, and why. */
    private record Difference(String sample, String field, String reason) {

        boolean explains(String name, String difference) {
            return name.matches(sample) && difference.matches(field);
        }
    }

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference(".*", "assets/.*\\.(tif|TIF)/type: missing, .*", "the stand-in of a TIFF is empty"),
            new Difference(".*", "assets/MTD_DS.xml/type: missing, .*", "copies of the samples lack this large file"),
            new Difference(".*", "properties/created: missing, .*", "when the Item was made is not asked for"),
            new Difference(".*", "properties/proj:centroid/.*: missing, .*", "the geometry says so"),
            new Difference(".*", "id: .*", "the id is the one that the vendor gave the product"),
            new Difference(".*S2.*SAFE", "properties/datetime: .*", "the time at which the tile was sensed"),
            new Difference(".*S2.*", ".*/eo:common_name: rededge07.*", "eo 2.0 tells the three apart"),
            new Difference(".*S2.*", ".*/description: Vegetation, expected Vegitation", "a typing error"),
            new Difference(".*S2.*", "properties/view:azimuth: .*", "the mean is taken on the circle"),
            new Difference("S2B_.*_T01VCG_.*", "bbox/0: 179.99.*", "the tile crosses the antimeridian"),
            new Difference(
                    "L.*",
                    "assets/.*_QA_\\w+.TIF/roles: .metadata, .*",
                    "a mask has the role metadata next to its own, and one for all that it masks"),
            new Difference(
                    "L.*",
                    "assets/.*_QA_\\w+.TIF/classification:bitfields/.*/description: .*",
                    "the words of the data format control books"),
            new Difference(
                    "L[ET].*",
                    "assets/.*_SR_CLOUD_QA.TIF/(roles|.*/4/classes/1/name): .*",
                    "bit 4 of the mask is snow, not shadow"),
            new Difference("L.*", "geometry: .*", "the metadata that are there give the corners of the image alone"),
            new Difference("L.*", "assets/.*_ST_QA.TIF/description: .*", "one title in all descriptions"),
            new Difference("LM.*", "assets/.*/bands/0/name: MSS_B\\d, .*", "bands of all sensors are named alike"),
            new Difference("LM.*", "assets/.*/(title|description): .*Infrared Band 0\\.7.*", "it is 0.7 to 0.8 um"));

    @TempDir
    private Path folder;

    /** An Item that others made, and the folder that has the metadata of its product. */
    private record Sample(String name, Map<String, Object> item, List<Path> metadata) {}

    private static List<Path> files(Path root, String expression) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(expression))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Sample> samples() {
        Path root = Material.path("metadataSamples");
        Stream<Sample> sentinel2 = files(root, ".*/expected_output\\.json").stream()
                .map(item -> new Sample(
                        item.getParent().getFileName().toString(),
                        read(item),
                        files(item.getParent(), ".*\\.(xml|safe)|.*/tileInfo\\.json")));
        List<Path> mtl = files(root, ".*_MTL\\.(xml|json|txt)");
        Stream<Sample> landsat = files(root, ".*/examples/.*_T[12]\\.json").stream()
                .map(item -> new Sample(Hrefs.fileName(item.toString()).replace(".json", ""), read(item), mtl));
        return Stream.concat(sentinel2, landsat);
    }

    private static Map<String, Object> read(Path file) {
        try {
            return JsonReader.object(Files.readString(file), ErrorCode.INVALID_METADATA, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<?, ?>> assets(Map<String, Object> item) {
        List<Map<?, ?>> assets = new ArrayList<>();
        ((Map<?, ?>) item.get("assets")).values().forEach(asset -> assets.add((Map<?, ?>) asset));
        return assets;
    }

    private static byte[] standIn(String href, Map<?, ?> asset, Sample sample) {
        return switch (href.replaceFirst(".*\\.", "")) {
            case "jp2" ->
                image(asset, sample.item().toString().replaceFirst("(?s).*proj:(?:code=EPSG:|epsg=)(\\d+).*", "$1"));
            case "jpg", "jpeg" -> JPEG;
            case "xml", "safe" -> XML;
            case "json", "txt" -> JSON;
            default -> NOTHING;
        };
    }

    /** An image of the size and in the place that the Item gives it. */
    private static byte[] image(Map<?, ?> asset, String code) {
        int[] depths = depths(asset.toString());
        if (!(asset.get("proj:shape") instanceof List<?> shape)
                || !(asset.get("proj:transform") instanceof List<?> place)) {
            return new Jp2Builder()
                    .codestream(Jp2Builder.codestream(1, 1, depths))
                    .build();
        }
        return new Jp2Builder()
                .codestream(Jp2Builder.codestream(number(shape.get(1)), number(shape.get(0)), depths))
                .geoJp2(TiffImage.of(1, 1)
                        .located(
                                number(place.get(2)),
                                number(place.get(5)),
                                number(place.get(0)),
                                Integer.parseInt(code)))
                .build();
    }

    private static int[] depths(String asset) {
        if (asset.contains("True color")) {
            return new int[] {7, 7, 7};
        }
        return new int[] {asset.contains("uint8") ? 7 : 15};
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    /** Lays out the files that the Item lists, as a user has them. */
    private Path product(Sample sample) throws IOException {
        Path product = folder.resolve(sample.name());
        for (Map<?, ?> asset : assets(sample.item())) {
            String href = (String) asset.get("href");
            Path file = product.resolve(href.replaceFirst("^(\\.\\./)+.*/", "")).normalize();
            Files.createDirectories(file.getParent());
            Path metadata = sample.metadata().stream()
                    .filter(source ->
                            source.toString().endsWith(product.relativize(file).toString()))
                    .findFirst()
                    .orElse(null);
            Files.write(file, metadata == null ? standIn(href, asset, sample) : Files.readAllBytes(metadata));
        }
        return product;
    }

    private static List<String> unexplained(Sample sample, ComparedItems compared) {
        return compared.differences().stream()
                .filter(difference ->
                        DIFFERENCES.stream().noneMatch(known -> known.explains(sample.name(), difference)))
                .toList();
    }

    private ComparedItems compare(Sample sample, StacGenerator generator) throws IOException {
        List<GenerationRequest> scenes = generator
                .requests(product(sample).toString(), SceneOptions.ofDefaults())
                .toList();
        assertThat(scenes).as(sample.name()).hasSize(1);
        return ComparedItems.of(
                sample.item(), generator.generate(scenes.get(0)).item().toMap());
    }

    @Test
    void nineteenOfTwentyFieldsAreThoseOfTheItemsThatOthersMake() throws IOException {
        int fields = 0;
        int different = 0;
        try (StacGenerator generator = StacGenerator.create()) {
            for (Sample sample : samples().toList()) {
                ComparedItems compared = compare(sample, generator);
                assertThat(unexplained(sample, compared)).as(sample.name()).isEmpty();
                fields += compared.fields();
                different += compared.differences().size();
            }
        }
        assertThat((fields - different) / (double) fields)
                .as("%d of %d fields differ", different, fields)
                .isBetween(EQUAL, 1.0);
    }
}
