package io.stacgenerator.internal.pipeline.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.pipeline.assembly.ItemIds;
import io.stacgenerator.internal.registry.ServiceRegistry;
import io.stacgenerator.internal.vendor.Vendors;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static AssetDraft asset(String href, long size) {
        return AssetDraft.builder(href).size(size).build();
    }

    private static String id(String... hrefs) {
        return ItemIds.of(null, Stream.of(hrefs).map(href -> asset(href, 7)).toList());
    }

    @Test
    void sameRequestHasTheSameId() {
        assertThat(id("a/LC08_B4.TIF", "a/LC08_B5.TIF"))
                .matches("LC08-[0-9a-f]{12}")
                .isEqualTo(id("a/LC08_B4.TIF", "a/LC08_B5.TIF"));
    }

    @ParameterizedTest
    @CsvSource({
        "/mnt/a/x_1.tif | /mnt/a/x_2.tif, /data/b/x_1.tif | /data/b/x_2.tif",
        "/mnt/a/x.tif, https://example.com/c/x.tif?signature=1",
        "/mnt/a/r/x.tif | /mnt/a/s/x.tif, s3://bucket/r/x.tif | s3://bucket/s/x.tif",
        "x.tif, /x.tif"
    })
    void idDoesNotDependOnWhereTheFolderIs(String there, String elsewhere) {
        assertThat(id(split(there).toArray(String[]::new)))
                .isEqualTo(id(split(elsewhere).toArray(String[]::new)));
    }

    @Test
    void anotherCollectionOrSizeOrFolderWithinHasAnotherId() {
        String id = id("a/scene.tif", "a/b/scene.tif");

        assertThat(id)
                .matches("scene-[0-9a-f]{12}")
                .isNotEqualTo(ItemIds.of("c", List.of(asset("a/scene.tif", 7), asset("a/b/scene.tif", 7))))
                .isNotEqualTo(ItemIds.of(null, List.of(asset("a/scene.tif", 7), asset("a/b/scene.tif", 8))))
                .isNotEqualTo(id("a/scene.tif", "a/c/scene.tif"));
    }

    @ParameterizedTest
    @CsvSource({"B02.tif | C03.tif, [0-9a-f]{12}", "日本.tif, [0-9a-f]{12}", "a:b c%.tif, a_b_c-[0-9a-f]{12}"})
    void idHasPlainCharactersOnly(String names, String id) {
        assertThat(id(split(names).toArray(String[]::new))).matches(id);
    }

    @Test
    void idOfALongNameIsAtMost200BytesLong() {
        assertThat(id("x".repeat(5000) + ".tif")).hasSizeLessThanOrEqualTo(200);
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
    void extensionSaysTheMediaType(String name, String type) {
        assertThat(MediaTypes.of(name)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"README", "scene.unknown", "''", ".tif"})
    void unknownExtensionSaysNone(String name) {
        assertThat(MediaTypes.of(name)).isEmpty();
    }

    private static List<String> split(String texts) {
        return BAR.splitAsStream(texts).toList();
    }
}
