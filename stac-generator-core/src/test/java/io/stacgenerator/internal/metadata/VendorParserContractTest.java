package io.stacgenerator.internal.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.testkit.MetadataParserContract;
import org.junit.jupiter.api.Nested;

final class VendorParserContractTest {

    @Nested
    final class Landsat extends Contract {

        Landsat() {
            super(new LandsatParser(), "scene_MTL.txt", VendorDocuments.MTL_TXT);
        }
    }

    @Nested
    final class Maxar extends Contract {

        Maxar() {
            super(new MaxarParser(), "scene.IMD", VendorDocuments.IMD);
        }
    }

    @Nested
    final class Planet extends Contract {

        Planet() {
            super(new PlanetParser(), "scene_metadata.xml", VendorDocuments.PLANET_XML);
        }
    }

    @Nested
    final class Sentinel2 extends Contract {

        Sentinel2() {
            super(new Sentinel2Parser(), "MTD_MSIL2A.xml", VendorDocuments.S2_PRODUCT);
        }
    }

    abstract static class Contract extends MetadataParserContract {

        private final MetadataParser parser;
        private final String fileName;
        private final String text;

        Contract(MetadataParser parser, String fileName, String text) {
            this.parser = parser;
            this.fileName = fileName;
            this.text = text;
        }

        @Override
        protected MetadataParser parser() {
            return parser;
        }

        @Override
        protected String fileName() {
            return fileName;
        }

        @Override
        protected byte[] example() {
            return text.getBytes(UTF_8);
        }
    }
}
