package io.stacgenerator.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.AssetLimits;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.FootprintMode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.vendor.VendorDocuments;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Metadata of vendors and of STAC, in XML, ODL and JSON, all the way to the Item. The first byte chooses the name of
 * the file.
 */
public final class MetadataFuzzer {

    private static final List<String> NAMES =
            List.of("a.xml", "a_MTL.txt", "a_MTL.json", "a_MTL.xml", "a.IMD", "manifest.safe", "a.json");

    private static final byte[] RASTER = TiffBuilder.of(TiffImage.of(4, 4).located(500000, 4600000, 10, 32633))
            .build();

    private static final InMemoryStorageResolver STORAGE = new InMemoryStorageResolver();

    private static final StacGenerator GENERATOR = StacGenerator.builder()
            .options(GenerationOptions.builder()
                    .datetime(Instant.EPOCH)
                    .footprint(FootprintMode.BOUNDS)
                    .build())
            .storagePolicy(
                    StoragePolicy.open(AssetLimits.ofDefaults().withCpuTime(Duration.ofSeconds(4), Duration.ZERO)))
            .install(STORAGE)
            .build();

    private static final String ASSET = STORAGE.put("a.tif", RASTER);

    private MetadataFuzzer() {}

    static Stream<byte[]> seeds() {
        return Stream.of(
                seed(1, VendorDocuments.MTL_TXT),
                seed(2, VendorDocuments.MTL_JSON),
                seed(3, VendorDocuments.MTL_XML),
                seed(4, VendorDocuments.IMD),
                seed(0, VendorDocuments.ISD),
                seed(6, VendorDocuments.PLANET_ITEM),
                seed(0, VendorDocuments.PLANET_XML),
                seed(0, VendorDocuments.S2_PRODUCT),
                seed(0, VendorDocuments.S2_TILE),
                seed(5, VendorDocuments.S1_MANIFEST),
                seed(0, VendorDocuments.S1_ANNOTATION));
    }

    private static byte[] seed(int name, String text) {
        return ((char) name + text).getBytes(UTF_8);
    }

    /** Makes an Item of a small raster with the metadata. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] document = new byte[data.length - 1];
        System.arraycopy(data, 1, document, 0, document.length);
        String href = STORAGE.put(NAMES.get((data[0] & 0xFF) % NAMES.size()), document);
        try {
            GENERATOR.generate(GenerationRequest.builder()
                    .assetPaths(ASSET)
                    .metadataPaths(href)
                    .build());
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.INTERNAL || e.code() == ErrorCode.LIMIT_EXCEEDED) {
                throw e; // so little text may not take long
            }
        }
    }
}
