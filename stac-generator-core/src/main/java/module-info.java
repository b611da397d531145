/** Turns a request for raster assets and their metadata files into a valid STAC Item. */
module io.stacgenerator {
    requires transitive org.locationtech.jts;
    requires aircompressor;
    requires gdal;
    requires java.desktop;
    requires java.net.http;
    requires java.xml;
    requires org.slf4j;
    requires proj4j;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;
}
