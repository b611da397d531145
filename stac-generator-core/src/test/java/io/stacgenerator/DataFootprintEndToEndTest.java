package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.model.Bbox;
import org.junit.jupiter.api.Test;

/**
 * Rasters from 10 to 20 degrees east and 40 to 50 degrees north, a pixel a tenth of a degree, whose nodata value is 0.
 */
final class DataFootprintEndToEndTest {

    private static final GenerationOptions DATA =
            GenerationOptions.builder().footprint(FootprintMode.DATA).build();

    private final Scene scene = new Scene();

    private static TiffImage image(TiffImage.Pixels pixels) {
        return TiffImage.of(100, 100)
                .located(10, 50, 0.1, 4326)
                .text(TagId.DATE_TIME, "2024:05:01 10:20:30")
                .pixels(pixels);
    }

    private String nodata(String name, TiffImage.Pixels pixels) {
        return scene.put(
                name, TiffBuilder.of(image(pixels).text(TagId.GDAL_NODATA, "0")).build());
    }

    private GenerationResult generate(GenerationOptions options, String... assets) {
        try (StacGenerator generator = scene.generator(options)) {
            return generator.generate(
                    GenerationRequest.builder().assetPaths(assets).build());
        }
    }

    private static void assertBbox(GenerationResult result, double west, double south, double east, double north) {
        Bbox bbox = result.item().bbox().orElseThrow();
        assertThat(bbox.west()).isCloseTo(west, within(1e-6));
        assertThat(bbox.south()).isCloseTo(south, within(1e-6));
        assertThat(bbox.east()).isCloseTo(east, within(1e-6));
        assertThat(bbox.north()).isCloseTo(north, within(1e-6));
        assertThat(result.item().geometry().orElseThrow().isValid()).isTrue();
    }

    @Test
    void footprintIsThatOfTheBoundsUnlessTheDataAreAskedFor() {
        String half = nodata("half.tif", (band, column, row) -> column < 50 ? 0 : 1);

        assertBbox(generate(GenerationOptions.ofDefaults(), half), 10, 40, 20, 50);
        assertBbox(generate(DATA, half), 15, 40, 20, 50);
    }

    @Test
    void footprintsOfDataAreUnited() {
        String west = nodata("west.tif", (band, column, row) -> column < 30 && row < 50 ? 1 : 0);
        String middle = nodata("middle.tif", (band, column, row) -> column >= 30 && column < 60 && row < 50 ? 1 : 0);

        assertBbox(generate(DATA, west, middle), 10, 45, 16, 50);
    }

    @Test
    void rasterWithoutDataHasNoPartInTheGeometry() {
        String half = nodata("half.tif", (band, column, row) -> column < 50 ? 0 : 1);
        String none = nodata("none.tif", (band, column, row) -> 0);

        GenerationResult result = generate(DATA, half, none);

        assertBbox(result, 15, 40, 20, 50);
        assertThat(result.warnings()).extracting(Warning::code).contains("no-data");
    }

    @Test
    void withoutAnyDataTheGeometryIsThatOfTheBounds() {
        GenerationResult result = generate(DATA, nodata("none.tif", (band, column, row) -> 0));

        assertBbox(result, 10, 40, 20, 50);
        assertThat(result.warnings())
                .extracting(Warning::message)
                .anySatisfy(message -> assertThat(message).contains("none.tif: no pixel has data"));
    }

    @Test
    void pixelsThatCannotBeDecodedLeaveTheBounds() {
        TiffImage unknown = image((band, column, row) -> 0)
                .text(TagId.GDAL_NODATA, "0")
                .tag(TagId.COMPRESSION, FieldType.SHORT, 65000);

        GenerationResult result =
                generate(DATA, scene.put("unknown.tif", TiffBuilder.of(unknown).build()));

        assertBbox(result, 10, 40, 20, 50);
        assertThat(result.warnings()).extracting(Warning::code).contains("footprint-of-bounds");
    }
}
