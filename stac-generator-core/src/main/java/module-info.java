/** Turns raster files and their metadata into valid STAC Items. */
module io.stacgenerator {
    requires static gdal;
    requires static transitive org.jspecify;
    requires transitive java.net.http;
    requires transitive org.locationtech.jts;
    requires aircompressor;
    requires com.fasterxml.jackson.annotation;
    requires java.desktop;
    requires java.management;
    requires java.xml;
    requires org.slf4j;
    requires proj4j;
    requires tools.jackson.core;

    exports io.stacgenerator;
    exports io.stacgenerator.job;
    exports io.stacgenerator.model;
    exports io.stacgenerator.spi;
    exports io.stacgenerator.spi.field;
    exports io.stacgenerator.spi.raster;
    exports io.stacgenerator.spi.sink;
    exports io.stacgenerator.spi.vendor;

    uses io.stacgenerator.spi.MetadataParser;
    uses io.stacgenerator.spi.DatasetReader;
    uses io.stacgenerator.spi.RasterReader;
    uses io.stacgenerator.spi.StacExtension;
    uses io.stacgenerator.spi.StorageResolver;
    uses io.stacgenerator.spi.sink.ItemSink;
    uses io.stacgenerator.spi.sink.StorageTarget;
    uses io.stacgenerator.spi.vendor.Vendor;
}
