package io.stacgenerator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ForwardingRasterReader;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.ForwardingRaster;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What extensions and readers of others make of the rasters that the generator opens for them. */
final class RastersOfServicesTest {

    private static final String BRIGHTEST = "acme:brightest";

    private final Scene scene = new Scene();

    /** Ten by ten pixels of 0 to 99. */
    private static TiffImage counting() {
        return TiffImage.of(10, 10).pixels((band, column, row) -> 10 * row + column);
    }

    private GenerationResult generate(StacGenerator.Builder builder, String href) {
        try (StacGenerator generator = builder.install(scene.storage()).build()) {
            return generator.generate(GenerationRequest.builder()
                    .assetPaths(href)
                    .option("datetime", "2024-05-01T00:00:00Z")
                    .build());
        }
    }

    private static Map<String, Object> asset(GenerationResult result) {
        return result.item().assets().values().iterator().next().toMap();
    }

    /** Finds the brightest of some pixels. */
    private static final class Brightest implements StacExtension {

        private final List<Raster> seen = new ArrayList<>();

        @Override
        public String id() {
            return "acme";
        }

        @Override
        public String schemaUri(StacVersion version) {
            return "https://acme.example/v1.0.0/schema.json";
        }

        @Override
        public void read(AssetDraft asset, StorageObject object, GenerationContext context) throws IOException {
            Optional<Raster> opened = context.openRaster(object);
            if (opened.isPresent()) {
                try (Raster raster = opened.get()) {
                    seen.add(raster);
                    double most = raster.readWindow(new PixelWindow(2, 3, 4, 5), 0)
                            .get(0)
                            .data()
                            .max()
                            .orElseThrow();
                    asset.fields().put(BRIGHTEST, most);
                }
            }
        }

        @Override
        public void apply(ItemDraft item, GenerationContext context) {}
    }

    @Test
    void extensionReadsPixels() {
        String href = scene.put("a.tif", TiffBuilder.of(counting()).build());

        assertThat(asset(generate(StacGenerator.builder().install(new Brightest()), href)))
                .contains(entry(BRIGHTEST, 75.0));
    }

    @Test
    void rasterOfAnAssetIsOpenedOnceForAll() {
        String href = scene.put("a.tif", TiffBuilder.of(counting()).build());
        Meter meter = new Meter();

        generate(meter.over(StacGenerator.builder()).install(new Brightest()), href);

        assertThat(meter.opened).hasValue(1);
    }

    @Test
    void fileThatIsNotARasterHasNone() {
        GenerationResult result =
                generate(StacGenerator.builder().install(new Brightest()), scene.put("a.txt", "words"));

        assertThat(asset(result)).doesNotContainKey(BRIGHTEST);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void pixelsThatNobodyReadsCostWhatTheExtensionSaysAndNoMore() {
        TiffImage image = counting().tag(TagId.COMPRESSION, FieldType.SHORT, 34712);
        String href = scene.put("a.tif", TiffBuilder.of(image).build());

        GenerationResult result = generate(StacGenerator.builder().install(new Brightest()), href);

        assertThat(asset(result)).containsKey("data_type").doesNotContainKey(BRIGHTEST);
        assertThat(result.warnings())
                .filteredOn(warning -> warning.code().equals("pixels-unavailable"))
                .singleElement()
                .extracting(Warning::message)
                .asString()
                .contains("extension 'acme'", "memory:a.tif", "compression 34712");
    }

    @Test
    void pixelsThatNobodyReadsAreAnErrorInStrictMode() {
        TiffImage image = counting().tag(TagId.COMPRESSION, FieldType.SHORT, 34712);
        String href = scene.put("a.tif", TiffBuilder.of(image).build());
        StacGenerator.Builder builder = StacGenerator.builder()
                .install(new Brightest())
                .options(GenerationOptions.builder().strict(true).build());

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> generate(builder, href))
                .withMessageContaining("extension 'acme'");
    }

    /** Counts what the readers of the library open and how many pixels they are asked for. */
    private static final class Meter {

        private final AtomicLong opened = new AtomicLong();
        private final AtomicLong pixels = new AtomicLong();

        StacGenerator.Builder over(StacGenerator.Builder builder) {
            StacGenerator.builtInReaders().forEach(reader -> builder.install(new Metered(reader)));
            return builder;
        }

        private final class Metered extends ForwardingRasterReader {

            private Metered(RasterReader reader) {
                super(reader);
            }

            @Override
            public Raster open(StorageObject object, GenerationContext context) throws IOException {
                opened.incrementAndGet();
                return new ForwardingRaster(super.open(object, context)) {
                    @Override
                    public List<BandValues> readWindow(PixelWindow window, int... bands) throws IOException {
                        pixels.addAndGet(window.pixels() * bands.length);
                        return super.readWindow(window, bands);
                    }
                };
            }
        }
    }

    @Test
    void readersOfTheLibraryAreMeteredByAWrapper() {
        String href = scene.putCog("a.tif");
        Meter meter = new Meter();

        GenerationResult metered = generate(meter.over(StacGenerator.builder()).install(new Brightest()), href);

        assertThat(metered.item().toJson())
                .isEqualTo(generate(StacGenerator.builder().install(new Brightest()), href)
                        .item()
                        .toJson());
        assertThat(meter.opened).hasValue(1);
        assertThat(meter.pixels).hasValue(20);
    }

    @Test
    void wrappedReaderKeepsItsPlaceAndSaysWhatItLacks() {
        for (RasterReader reader : StacGenerator.builtInReaders()) {
            RasterReader wrapped = new ForwardingRasterReader(reader) {};

            assertThat(wrapped.id()).isEqualTo(reader.id());
            assertThat(wrapped.order()).isEqualTo(reader.order());
            assertThat(wrapped.missing()).isEqualTo(reader.missing());
        }
    }

    /** Opens the first file of an archive. */
    private static final class Zipped implements RasterReader {

        @Override
        public String id() {
            return "zip";
        }

        @Override
        public boolean recognizes(ByteBuffer head, StorageObject object) {
            return head.remaining() > Integer.BYTES && head.getInt() == 0x504B0304;
        }

        @Override
        public Raster open(StorageObject object, GenerationContext context) throws IOException {
            try (ZipInputStream zip = new ZipInputStream(object.stream())) {
                String name = zip.getNextEntry().getName();
                Raster raster = context.openRaster(StorageObject.of(object.href() + "/" + name, zip.readAllBytes()))
                        .orElseThrow(() -> new StacGeneratorException(ErrorCode.UNSUPPORTED_RASTER, name));
                return raster.as(raster.info().as("application/zip").build());
            }
        }
    }

    private static byte[] zip(String name, byte[] content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rasterIsReadWithinAnArchive() {
        String href = scene.put("a.zip", zip("a.tif", Scene.cog()));

        GenerationResult result =
                generate(StacGenerator.builder().install(new Zipped()).install(new Brightest()), href);

        assertThat(asset(result)).contains(entry("type", "application/zip")).containsKeys("data_type", BRIGHTEST);
        assertThat(result.item().properties()).contains(entry("proj:code", "EPSG:32632"));
    }

    /** An archive that contains itself would be unpacked for ever. */
    @Test
    void readerThatHandsOnAFileIsNotAskedForItAgain() {
        String href = scene.put("a.zip", zip("b.zip", zip("a.tif", Scene.cog())));

        GenerationResult result = generate(StacGenerator.builder().install(new Zipped()), href);

        assertThat(asset(result)).doesNotContainKey("data_type");
        assertThat(result.warnings()).extracting(Warning::code).containsExactly("raster-unsupported");
    }

    @Test
    void archiveOfSomethingElseIsAnAssetWithoutRasterFacts() {
        String href = scene.put("a.zip", zip("a.txt", "words".getBytes(UTF_8)));

        GenerationResult result = generate(StacGenerator.builder().install(new Zipped()), href);

        assertThat(asset(result)).doesNotContainKey("data_type");
        assertThat(result.warnings()).extracting(Warning::code).containsExactly("raster-unsupported");
    }
}
