package io.stacgenerator.internal.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProvenanceTest {

    private final Provenance provenance = new Provenance();

    @Test
    void firstStepToWriteAMemberIsItsWriter() {
        Map<String, Object> properties = new LinkedHashMap<>(Map.of("gsd", 10));
        FieldHolder holder = new FieldHolder("/properties", FieldLevel.ITEM, properties);
        provenance.attribute(holder, "extension:one");
        properties.put("proj:code", "EPSG:4326");
        provenance.attribute(holder, "extension:two");

        assertThat(provenance.origins(Map.of("properties", properties)))
                .containsExactly(
                        entry("/properties/gsd", "extension:one"), entry("/properties/proj:code", "extension:two"));
    }

    @Test
    void pointersAreEscaped() {
        provenance.attribute(
                new FieldHolder("/assets/a~11", FieldLevel.ASSET, new LinkedHashMap<>(Map.of("x~y", 1))), "asset:a/1");

        assertThat(provenance.origins(Map.of("assets", Map.of("a/1", Map.of("x~y", 1)))))
                .containsExactly(entry("/assets/a~11/x~0y", "asset:a/1"));
    }

    @Test
    void memberThatMovedUpToTheAssetIsFollowed() {
        provenance.attribute("/assets/a/bands/0/nodata", "asset:a");
        provenance.attribute("/assets/a/bands/1/nodata", "extension:x");
        provenance.move("/assets/a/bands/0", "/assets/a", Set.of("nodata"));
        provenance.move("/assets/a/bands/1", "/assets/a", Set.of("nodata"));

        assertThat(provenance.origins(asset(Map.of("nodata", 0))))
                .containsExactly(entry("/assets/a/nodata", "asset:a"));
    }

    @Test
    void renamedAssetIsFollowedAndNotTakenForOneWhoseKeyBeginsAlike() {
        provenance.attribute("/assets/b/type", "asset:b");
        provenance.attribute("/assets/bc/type", "asset:bc");
        provenance.rename("/assets/b", "/assets/a");

        assertThat(provenance.origins(
                        Map.of("assets", Map.of("a", Map.of("type", "x"), "bc", Map.of("type", "image/tiff")))))
                .containsOnly(entry("/assets/a/type", "asset:b"), entry("/assets/bc/type", "asset:bc"));
    }

    @Test
    void documentReplacesAnEarlierWriterAndWhatStoodBelow() {
        provenance.attribute("/assets/a/statistics/mean", "extension:one");
        provenance.from("m.json");
        provenance.write("/assets/a/statistics", Map.of("mean", 5));

        assertThat(provenance.origins(asset(Map.of("statistics", Map.of("mean", 5)))))
                .containsExactly(entry("/assets/a/statistics", "metadata:m.json"));
        assertThat(provenance.isFromMetadata("/assets/a/statistics")).isTrue();
    }

    @Test
    void documentThatAgreesIsNotTheWriterButIsRemembered() {
        provenance.attribute("/id", "request");
        provenance.from("a.json");
        provenance.agree("/id", "i");
        provenance.from("b.json");

        assertThat(provenance.isFromMetadata("/id")).isFalse();
        assertThat(provenance.isMentioned("/id")).isTrue();
        assertThat(provenance.write("/id", "j")).contains(new Provenance.Claim("a.json", "i"));
    }

    @Test
    void whatIsNoLongerThereHasNoOrigin() {
        provenance.attribute("/properties/gsd", "extension:one");
        provenance.attribute("/assets/a/bands/7/name", "asset:a");
        provenance.attribute("/assets/a/bands/x", "asset:a");
        provenance.attribute("/id/x", "request");
        provenance.attribute("/id", "request");

        assertThat(provenance.origins(Map.of("id", "i", "assets", Map.of("a", Map.of("bands", List.of(Map.of()))))))
                .containsExactly(entry("/id", "request"));
    }

    @Test
    void originsAreInTheOrderOfTheItem() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", "Feature");
        item.put("id", "i");
        item.put("bbox", List.of(0, 0, 1, 1));
        provenance.attribute("/bbox", "asset:a");
        provenance.attribute("/id", "request");

        assertThat(provenance.origins(item)).containsExactly(entry("/id", "request"), entry("/bbox", "asset:a"));
    }

    private static Map<String, Object> asset(Map<String, Object> members) {
        return Map.of("assets", Map.of("a", members));
    }
}
