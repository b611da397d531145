package io.stacgenerator.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares what is read of sample products with Items that others made of them. The folder of samples is given by the
 * system property {@code stacgenerator.metadataSamples}.
 */
@Requires("metadataSamples")
final class VendorSamplesTest {

    /** A sample, the facts that differ (both as expressions) and why. */
    private record Difference(String sample, String fact, String reason) {

        boolean explains(String name, String difference) {
            return name.matches(sample) && difference.matches(fact);
        }
    }

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference("L.*", "datetime: .*, expected [-0-9]{10}", "the older Items of USGS give the day only"),
            new Difference(
                    "LC08_L2SP_017036.*", "view:off_nadir: 11.696, expected -11.696", "the angle of STAC has no sign"),
            new Difference(
                    "L[CE].*",
                    ".*/center_wavelength: .*",
                    "USGS gives the wavelengths of the sensors rounded, those of OLI also for ETM+"),
            new Difference("LT.*", "nir08/0/center_wavelength: 0.83, expected 0.84", "band 4 of TM is 0.76 to 0.90 um"),
            new Difference(
                    "L.*",
                    "qa_(pixel|radsat|aerosol)/roles: .metadata, .*",
                    "a mask has the role metadata beside its own"),
            new Difference(
                    "LM.*",
                    "qa_pixel/title: .*|nir0[89]/roles: .data., .*",
                    "one title, and digital numbers are no reflectance"),
            new Difference(
                    "LT.*", "(red|green|blue)/roles: .data, reflectance., .*", "all bands of level 2 are reflectance"),
            new Difference("LT.*", "em(is|sd)/roles: .data, emissivity., .*", "newer Items of USGS have that role too"),
            new Difference("L.*", "(mtl.txt|cloud_qa|qa_radsat)/title: .*", "one title in all collections"),
            new Difference("(esa_)?S2.*", "rededge.(_60m)?/0/common_name: rededge07.*", "eo 2.0 tells the three apart"),
            new Difference("S2A_MSIL2A_20230821.*", "view:azimuth: 177.2919.*", "the mean is taken on the circle"),
            new Difference("LE07.*", "instruments: etm., expected etm", "the instrument is the ETM+"),
            new Difference("(esa_)?S2.*SAFE", "datetime: .*", "the time at which the tile was sensed"),
            new Difference("S2A_OPER.*2022.*|LC09.*", "datetime: .*", "no digit of the time is cut off"),
            new Difference(
                    "S2B_MSIL2A_20220413.*",
                    "view:azimuth: .*",
                    "the azimuths lie around north, where their sum means nothing"),
            new Difference("20170831.*", "datetime: .*|view:.*", "the XML gives seconds, and angles with more digits"),
            new Difference("20170831.*", "gsd: nothing.*", "the XML gives the size of pixels, not that on the ground"),
            new Difference("20170831.*", ".*/title: .*", "titles do not depend on the kind of item"),
            new Difference("20170831.*", "udm/roles: .*", "udm is no role that STAC knows"));

    private record Sample(String name, List<Path> metadata, Path expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(landsat(), sentinel2(), planet()).flatMap(samples -> samples);
    }

    private static Path root() {
        return Material.path("metadataSamples");
    }

    private static Stream<Sample> landsat() {
        Path landsat = root().resolve("landsat");
        return files(landsat, ".*_(SR_|ST_)?stac\\.json|.*/examples/.*_T1\\.json").stream()
                .map(expected -> new Sample(
                        expected.getFileName().toString(),
                        files(landsat.resolve("tests"), ".*/" + scene(expected) + "_MTL\\..*"),
                        expected));
    }

    /** The names of some Items lack the day of processing. */
    private static String scene(Path expected) {
        return expected.getFileName()
                .toString()
                .replaceFirst("(_S[RT])?_stac\\.json", "")
                .replaceFirst("_(\\d{8})_02_(T1)\\.json", "_$1_\\\\d{8}_02_$2");
    }

    private static Stream<Sample> sentinel2() {
        return files(root().resolve("sentinel2"), ".*/expected_output\\.json").stream()
                .map(expected -> new Sample(
                        expected.getParent().getFileName().toString(),
                        files(expected.getParent(), ".*/(MTD_MSIL..|GRANULE/.*MTD_TL|metadata)\\.xml"),
                        expected));
    }

    private static Stream<Sample> planet() {
        Path scene = files(root().resolve("planet"), ".*/20170831_172754_101c\\.json")
                .get(0);
        return Stream.of(new Sample("20170831_172754_101c", files(scene.getParent(), ".*_metadata\\.xml"), scene));
    }

    private static List<Path> files(Path folder, String pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(pattern))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleGivesTheFactsOfTheItemThatOthersMadeOfIt(Sample sample) {
        assertThat(differences(sample))
                .filteredOn(difference ->
                        DIFFERENCES.stream().noneMatch(known -> known.explains(sample.name(), difference)))
                .isEmpty();
    }

    @Test
    void eachDifferenceThatIsListedIsThere() {
        List<Sample> samples = samples().toList();
        assertThat(DIFFERENCES)
                .allMatch(known -> samples.stream()
                        .anyMatch(sample -> differences(sample).stream()
                                .anyMatch(difference -> known.explains(sample.name(), difference))));
    }

    private static List<String> differences(Sample sample) {
        Map<String, Object> expected = read(sample.expected());
        List<String> assets = ItemFacts.fileNames(expected);
        List<String> differences = new ArrayList<>();
        assertThat(sample.metadata()).isNotEmpty();
        Map<String, String> wanted = ItemFacts.of(expected);
        if (sample.name().matches("(esa_)?S2.*")) {
            Map<String, String> all = new LinkedHashMap<>();
            sample.metadata()
                    .forEach(file ->
                            ItemFacts.of(parse(file, assets, sample.metadata())).forEach(all::putIfAbsent));
            differences.addAll(compare(wanted, all));
        } else {
            sample.metadata()
                    .forEach(file ->
                            differences.addAll(compare(wanted, ItemFacts.of(parse(file, assets, List.of(file))))));
        }
        return List.copyOf(new TreeSet<>(differences));
    }

    private static List<String> compare(Map<String, String> expected, Map<String, String> actual) {
        return expected.entrySet().stream()
                .filter(fact -> !ItemFacts.same(fact.getValue(), actual.getOrDefault(fact.getKey(), "nothing")))
                .map(fact -> "%s: %s, expected %s"
                        .formatted(fact.getKey(), actual.getOrDefault(fact.getKey(), "nothing"), fact.getValue()))
                .toList();
    }

    private static Map<String, Object> parse(Path file, List<String> assets, List<Path> all) {
        try {
            return Parsing.of(assets, all.stream().map(Path::toString).toArray(String[]::new))
                    .parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(Path file) {
        try {
            return JsonReader.object(Files.readString(file), ErrorCode.INVALID_METADATA, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
