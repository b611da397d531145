package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.model.StacItem;
import io.stacgenerator.model.StacLink;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.MergedItem;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What extensions add before and after metadata are merged. */
final class MergedItemTest {

    private static final Field CLEAR = Field.of("acme:clear", FieldType.NUMBER).at(FieldLevel.ITEM);
    private static final Field SENSOR =
            Field.of("acme:sensor", FieldType.STRING).at(FieldLevel.ASSET);
    private static final Field GAIN = Field.of("acme:gain", FieldType.NUMBER).at(FieldLevel.BAND);
    private static final String URI = "https://acme.example/v1.0.0/schema.json";
    private static final StacLink LINK = StacLink.of(Map.of("rel", "via", "href", "https://acme.example/1"));

    private final Scene scene = new Scene();

    private record Acme(Consumer<ItemDraft> onDraft, Consumer<MergedItem> onMerged) implements StacExtension {

        @Override
        public String id() {
            return "acme";
        }

        @Override
        public String schemaUri(StacVersion version) {
            return URI;
        }

        @Override
        public List<Field> fields() {
            return List.of(CLEAR, SENSOR, GAIN);
        }

        @Override
        public void apply(ItemDraft item, GenerationContext context) {
            onDraft.accept(item);
        }

        @Override
        public void finish(MergedItem item, GenerationContext context) {
            onMerged.accept(item);
        }
    }

    private GenerationResult generate(Consumer<ItemDraft> onDraft, Consumer<MergedItem> onMerged) {
        try (StacGenerator generator = StacGenerator.builder()
                .install(scene.storage())
                .install(new Acme(onDraft, onMerged))
                .build()) {
            return generator.generate(GenerationRequest.builder()
                    .assetPaths(scene.putCog("scene.tif"))
                    .metadataPaths(scene.put("m.json", "{\"eo:cloud_cover\": 40}"))
                    .build());
        }
    }

    private static AssetDraft thumbnail() {
        AssetDraft thumbnail = AssetDraft.builder("memory:thumb.png").build();
        thumbnail.fields().put("roles", List.of("thumbnail"));
        return thumbnail.set(SENSOR, "none");
    }

    @Test
    void whatIsDerivedFromMetadataIsInTheItemDeclaredAndAttributed() {
        GenerationResult result = generate(draft -> {}, item -> {
            double cloud = ((Number) item.item().properties().get("eo:cloud_cover")).doubleValue();
            item.set(CLEAR, 100 - cloud);
            item.set("data", SENSOR, "msi");
            item.addAsset("thumbnail", thumbnail());
            item.addLink(LINK);
        });

        StacItem item = result.item();
        assertThat(item.properties()).containsEntry("acme:clear", 60.0);
        assertThat(item.assets().get("data").toMap()).containsEntry("acme:sensor", "msi");
        assertThat(item.assets().get("thumbnail").roles()).containsExactly("thumbnail");
        assertThat(item.links()).containsExactly(LINK);
        assertThat(item.stacExtensions()).contains(URI);
        assertThat(result.origins())
                .containsEntry("/properties/acme:clear", "extension:acme")
                .containsEntry("/assets/data/acme:sensor", "extension:acme")
                .containsEntry("/assets/thumbnail/href", "extension:acme")
                .containsEntry("/links/0/rel", "extension:acme");
    }

    @Test
    void assetsAndLinksOfADraftAreMergedLikeOthers() {
        GenerationResult result = generate(
                draft -> {
                    draft.set(CLEAR, 50);
                    draft.rasters().get(0).set(SENSOR, "msi").set(1, GAIN, 2);
                    draft.addAsset("thumbnail", thumbnail());
                    draft.addLink(LINK);
                },
                item -> {});

        assertThat(result.item().properties()).containsEntry("acme:clear", 50);
        assertThat(result.item().assets()).containsOnlyKeys("data", "thumbnail");
        assertThat(result.item().assets().get("data").bands().get(1)).containsEntry("acme:gain", 2);
        assertThat(result.item().links()).containsExactly(LINK);
        assertThat(result.origins()).containsEntry("/assets/thumbnail/roles", "extension:acme");
    }

    @Test
    void aFieldStandsWhereItBelongsAndAKeyIsTakenOnce() {
        generate(
                draft -> {
                    assertThatThrownBy(() -> draft.set(SENSOR, "x")).hasMessageContaining("acme:sensor");
                    assertThatThrownBy(() -> draft.addAsset("data", thumbnail()))
                            .hasMessageContaining("data");
                },
                item -> {
                    assertThatThrownBy(() -> item.set(GAIN, 1)).hasMessageContaining("acme:gain");
                    assertThatThrownBy(() -> item.set("x", SENSOR, "a")).hasMessageContaining("no asset x");
                    assertThatThrownBy(() -> item.addAsset("data", thumbnail())).hasMessageContaining("data");
                });
    }

    @Test
    void whatIsAddedIsChecked() {
        assertThatThrownBy(() -> generate(draft -> {}, item -> item.set(CLEAR, "much")))
                .isInstanceOfSatisfying(StacGeneratorException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ITEM);
                    assertThat(e.faults()).extracting(Fault::pointer).containsExactly("/properties/acme:clear");
                });
    }

    @Test
    void anItemOfWhateverOriginCanBeValidated() {
        StacItem item = generate(draft -> {}, merged -> {}).item();
        Map<String, Object> broken = new LinkedHashMap<>(item.toMap());
        broken.put("bbox", List.of(1, 2));
        try (StacGenerator generator = scene.generator()) {
            assertThat(generator.validate(item)).isEmpty();
            assertThat(generator.validate(StacItem.of(broken)))
                    .extracting(Fault::pointer)
                    .containsExactly("/bbox");
        }
    }
}
