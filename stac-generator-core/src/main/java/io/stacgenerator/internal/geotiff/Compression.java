package io.stacgenerator.internal.geotiff;

import java.util.Optional;
import java.util.stream.Stream;

/** The {@code Compression} tag: TIFF 6.0, its supplements, and the registry of libtiff; with GDAL's names. */
enum Compression {
    CCITTRLE(2),
    CCITTFAX3(3),
    CCITTFAX4(4),
    LZW(5),
    JPEG(7),
    DEFLATE(8),
    PACKBITS(32773),
    OLD_DEFLATE(32946, "DEFLATE"),
    LERC(34887),
    LZMA(34925),
    ZSTD(50000),
    WEBP(50001),
    JXL(50002),
    JXL_DNG(52546, "JXL");

    static final int NONE = 1;

    private final int code;
    private final String gdalName;

    Compression(int code) {
        this.code = code;
        this.gdalName = name();
    }

    Compression(int code, String gdalName) {
        this.code = code;
        this.gdalName = gdalName;
    }

    static Optional<Compression> of(int code) {
        return Stream.of(values()).filter(each -> each.code == code).findFirst();
    }

    int code() {
        return code;
    }

    String gdalName() {
        return gdalName;
    }
}
