package io.stacgenerator.internal.field;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.BAND;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldLevel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.FieldRange;
import io.stacgenerator.spi.field.FieldTrait;
import io.stacgenerator.spi.field.FieldType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownFieldsTest {

    private static final KnownFields FIELDS = InstalledFields.builtIn();

    @ParameterizedTest
    @CsvSource({
        "eo:cloud_cover, NUMBER",
        "sat:absolute_orbit, INTEGER",
        "datetime, TIME",
        "nodata, NODATA",
        "proj:shape, INTEGERS",
        "sar:polarizations, STRINGS",
        "statistics, OBJECT",
        "providers, OBJECTS",
        "deprecated, BOOLEAN",
        "processing:datetime, TIME",
    })
    void haveATypeByName(String name, FieldType type) {
        assertThat(FIELDS.find(name, ITEM)).map(Field::type).contains(type);
    }

    @Test
    void withoutAPrefixAreKnownWhereTheyApplyOnly() {
        assertThat(FIELDS.find("type", ASSET)).isPresent();
        assertThat(FIELDS.find("type", ITEM)).isEmpty();
        assertThat(FIELDS.find("name", BAND)).isPresent();
        assertThat(FIELDS.find("name", ITEM)).isEmpty();
        assertThat(FIELDS.find("rel", LINK)).isPresent();
        assertThat(FIELDS.find("expires", LINK)).isPresent();
        assertThat(FIELDS.find("file:size", ITEM)).isPresent();
        assertThat(FIELDS.find("eo:foo", ITEM)).isEmpty();
    }

    @Test
    void sayWhatIsSpecialAboutThem() {
        assertThat(field("proj:code").is(FieldTrait.NULLABLE)).isTrue();
        assertThat(field("proj:code").is(FieldTrait.ATOMIC)).isFalse();
        assertThat(field("proj:geometry").is(FieldTrait.ATOMIC)).isTrue();
        assertThat(field("proj:transform").lengths()).containsExactlyInAnyOrder(6, 9);
        assertThat(field("eo:common_name").allowed()).hasSize(20).contains("rededge071");
        assertThat(field("statistics").members())
                .containsKeys("minimum", "valid_percent")
                .hasSize(6);
        assertThat(field("classification:bitfields").members().get("classes")).isNotNull();
        assertThat(field("view:azimuth").range()).contains(new FieldRange(0, false, 360, true));
        assertThat(field("gsd").range()).contains(new FieldRange(0, true, Double.POSITIVE_INFINITY, false));
        assertThat(field("file:checksum").levels()).isEqualTo(Set.of(ASSET, LINK));
    }

    @ParameterizedTest
    @EnumSource
    void occurAtEachLevel(FieldLevel level) {
        assertThat(FIELDS.find("title", level)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "eo:cloud_cover, ITEM, eo",
        "eo:foo, ITEM, eo",
        "proj:code, ASSET, proj",
        "wmts:layer, LINK, web-map-links",
        "expires, ITEM, timestamps",
        "alternate, ASSET, alternate-assets",
        "alternate:name, ASSET, alternate-assets",
        "renders, ITEM, render",
    })
    void belongToAnExtension(String name, FieldLevel level, String extension) {
        assertThat(FIELDS.extensionOf(name, level)).map(KnownExtension::name).contains(extension);
    }

    @Test
    void ofCommonMetadataAndOfOthersBelongToNone() {
        assertThat(FIELDS.extensionOf("gsd", ITEM)).isEmpty();
        assertThat(FIELDS.extensionOf("acme:x", ITEM)).isEmpty();
        assertThat(FIELDS.extensionOf("alternate", ITEM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "proj, proj",
        "Projection, proj",
        "sci, scientific",
        "scientific, scientific",
        "cube, datacube",
        "pc, pointcloud",
        "auth, authentication",
        "alternate, alternate-assets",
        "renders, render",
        "tiles, tiled-assets",
        "s1, sentinel-1",
        "SENTINEL-2, sentinel-2",
        "ceosard, ceos-ard",
        "order, order",
        "label, label",
        "landsat, landsat",
        "timestamps, timestamps",
        "version, version",
        "language, language",
        "eo@1.1.0, eo",
        "eo/v1.1.0, eo",
        "eo/1.1, eo",
    })
    void haveExtensionsWithShortNames(String shortName, String name) {
        assertThat(FIELDS.extensions().named(shortName))
                .map(KnownExtension::name)
                .contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://stac-extensions.github.io/eo/v2.0.0/schema.json",
                "https://stac-extensions.github.io/eo/v1.0.0-beta.1/schema.json#",
                "http://stac-extensions.github.io/eo/1.1.0/schema.json",
            })
    void haveExtensionsWithUrisInEachVersion(String uri) {
        assertThat(FIELDS.extensions().withUri(uri)).map(KnownExtension::name).contains("eo");
    }

    @Test
    void canBeAddedWithoutChangingTheBuiltInOnes() {
        String uri = "https://acme.example/eo/v1.0.0/schema.json";
        KnownFields more = InstalledFields.with(
                OwnExtension.of("eo", uri, Field.of("eo:mood", FieldType.STRING).oneOf("good", "bad")));

        assertThat(more.find("eo:mood", ITEM)).isPresent();
        assertThat(more.find("eo:cloud_cover", ITEM)).isEmpty();
        assertThat(more.extensionOf("eo:mood", ITEM)).map(KnownExtension::uri).contains(uri);
        assertThat(more.extensions().named("EO")).map(KnownExtension::uri).contains(uri);
        assertThat(FIELDS.find("eo:mood", ITEM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme:x", "acme:x colour", "acme:x number wide", "acme:x number at:nowhere", "acme:x string /(/"
            })
    void cannotBeReadFromMalformedRows(String row) {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldTable.parse(List.of("[-]", row)));
    }

    private static Field field(String name) {
        return FIELDS.find(name, ASSET).orElseThrow();
    }
}
