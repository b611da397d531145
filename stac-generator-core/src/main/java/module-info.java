/** Turns a request for raster assets and their metadata files into a valid STAC Item. */
module io.stacgenerator {
    requires static org.jspecify;
}
