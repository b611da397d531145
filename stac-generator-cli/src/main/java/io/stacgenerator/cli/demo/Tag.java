package io.stacgenerator.cli.demo;

/** TIFF tags: TIFF 6.0 appendix A, OGC GeoTIFF 1.1 section 6, and the two private ones of GDAL. */
final class Tag {

    static final int NEW_SUBFILE_TYPE = 254;
    static final int IMAGE_WIDTH = 256;
    static final int IMAGE_LENGTH = 257;
    static final int BITS_PER_SAMPLE = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC_INTERPRETATION = 262;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int PLANAR_CONFIGURATION = 284;
    static final int DATE_TIME = 306;
    static final int TILE_WIDTH = 322;
    static final int TILE_LENGTH = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTE_COUNTS = 325;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;
    static final int MODEL_PIXEL_SCALE = 33550;
    static final int MODEL_TIEPOINT = 33922;
    static final int GEO_KEY_DIRECTORY = 34735;
    static final int GDAL_METADATA = 42112;
    static final int GDAL_NODATA = 42113;

    private Tag() {}
}
