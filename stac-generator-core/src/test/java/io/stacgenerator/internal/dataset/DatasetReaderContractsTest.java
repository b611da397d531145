package io.stacgenerator.internal.dataset;

import io.stacgenerator.spi.DatasetReader;
import io.stacgenerator.testkit.DatasetReaderContract;
import org.junit.jupiter.api.Nested;

final class DatasetReaderContractsTest {

    @Nested
    final class OfFlatGeobuf extends DatasetReaderContract {

        @Override
        protected DatasetReader reader() {
            return new FlatGeobufReader();
        }

        @Override
        protected byte[] example() {
            return new FlatGeobufFile()
                    .envelope(2, 48, 3, 49)
                    .features(5)
                    .epsg(4326)
                    .column("name")
                    .bytes();
        }
    }

    @Nested
    final class OfLas extends DatasetReaderContract {

        @Override
        protected DatasetReader reader() {
            return new LasReader();
        }

        @Override
        protected byte[] example() {
            return LasFile.of(5, 2, 48, 0, 3, 49, 9)
                    .geoKeys(1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326)
                    .extraBytes(9, "height")
                    .bytes();
        }
    }

    @Nested
    final class OfParquet extends DatasetReaderContract {

        @Override
        protected DatasetReader reader() {
            return new ParquetReader();
        }

        @Override
        protected byte[] example() {
            return new ParquetFile()
                    .rows(5)
                    .column("name", 6, 1)
                    .geometries("geometry", "")
                    .keyValue("geo", ParquetReaderTest.geo("\"edges\": \"planar\""))
                    .boxes(1, new double[] {2, 3, 48, 49}, new double[] {2, 4, 48, 49})
                    .bytes();
        }
    }

    @Nested
    final class OfPmtiles extends DatasetReaderContract {

        @Override
        protected DatasetReader reader() {
            return new PmtilesReader();
        }

        @Override
        protected byte[] example() {
            return PmtilesFile.of(2, 48, 3, 49);
        }
    }
}
