package io.stacgenerator.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.registry.ServiceRegistry;
import io.stacgenerator.internal.vendor.Vendors;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of file names: stems, keys, ids and media types. */
final class NamesTest {

    private static final Pattern BAR = Pattern.compile(" *\\| *");

    @ParameterizedTest
    @CsvSource(
            value = {
                "scene.tif, scene, tif",
                "a.b.tif, a.b, tif",
                "README, README, ''",
                ".hidden, .hidden, ''",
                "'', '', ''",
                "trailing., trailing, ''"
            })
    void nameHasAStemAndAnExtension(String name, String stem, String extension) {
        assertThat(FileNames.stem(name)).isEqualTo(stem);
        assertThat(FileNames.extension(name)).isEqualTo(extension);
    }

    @ParameterizedTest
    @CsvSource({
        "LC08_B4 | LC08_B5, LC08",
        "scene | scene_meta, scene",
        "scene, scene",
        "B02 | B03, ''",
        "a-1 | a-2 | a-3, a",
        "a_b_1 | a_b_2 | a_c, a",
        "scene | scenery, ''"
    })
    void commonStemIsOfWholeWords(String stems, String common) {
        assertThat(FileNames.commonStem(split(stems))).isEqualTo(common);
    }

    @ParameterizedTest
    @CsvSource({
        "scene.tif, true, data",
        "scene.tif | scene.json, true | false, data | json",
        "LC08_B4.TIF | LC08_B5.TIF, true | true, B4 | B5",
        "scene.tif | scene_udm2.tif | scene_metadata.json, true | true | false, data | udm2 | metadata",
        "B02.tif | B03.tif, true | true, B02 | B03",
        "scene.tif | scene.jp2, true | true, data | data_2",
        "x/a.tif | y/a.tif, true | true, x_a | y_a",
        "README, false, data",
        "Straße 1.tif | Straße 2.tif, true | true, 1 | 2",
        "a b(c).tif | d.tif, true | true, a_b_c | d"
    })
    void keysAreShortAndUnique(String names, String data, String keys) {
        List<Boolean> rasters = split(data).stream().map(Boolean::valueOf).toList();

        assertThat(new AssetKeys(new Vendors(ServiceRegistry.discovered().all(Vendor.class))).of(split(names), rasters))
                .isEqualTo(split(keys));
    }

    @Test
    void sameRequestHasTheSameId() {
        String id =
                ItemIds.of("c.json", List.of("LC08_B4.TIF", "LC08_B5.TIF"), List.of("a/LC08_B4.TIF", "a/LC08_B5.TIF"));

        assertThat(id).isEqualTo("LC08-fb43413d9920");
    }

    @Test
    void anotherCollectionOrHrefHasAnotherId() {
        List<String> names = List.of("scene.tif");
        String id = ItemIds.of(null, names, List.of("a/scene.tif"));

        assertThat(id)
                .matches("scene-[0-9a-f]{12}")
                .isNotEqualTo(ItemIds.of("c.json", names, List.of("a/scene.tif")))
                .isNotEqualTo(ItemIds.of(null, names, List.of("b/scene.tif")));
    }

    @ParameterizedTest
    @CsvSource({"B02.tif | C03.tif, [0-9a-f]{12}", "日本.tif, [0-9a-f]{12}", "a:b c%.tif, a_b_c-[0-9a-f]{12}"})
    void idHasPlainCharactersOnly(String names, String id) {
        assertThat(ItemIds.of(null, split(names), split(names))).matches(id);
    }

    @Test
    void idOfALongNameIsAtMost200BytesLong() {
        List<String> names = List.of("x".repeat(5000) + ".tif");

        assertThat(ItemIds.of(null, names, names)).hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "scene.TIF, image/tiff",
        "scene.jp2, image/jp2",
        "thumbnail.jpeg, image/jpeg",
        "item.json, application/json",
        "MTL.xml, application/xml",
        "cloud.copc.laz, application/vnd.laszip+copc",
        "cloud.laz, application/vnd.laszip",
        "scene.tfw, text/plain"
    })
    void extensionTellsTheMediaType(String name, String type) {
        assertThat(MediaTypes.of(name)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"README", "scene.unknown", "''", ".tif"})
    void unknownExtensionTellsNone(String name) {
        assertThat(MediaTypes.of(name)).isEmpty();
    }

    private static List<String> split(String texts) {
        return BAR.splitAsStream(texts).toList();
    }
}
