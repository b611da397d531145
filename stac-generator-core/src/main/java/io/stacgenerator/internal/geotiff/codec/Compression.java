package io.stacgenerator.internal.geotiff.codec;

import java.util.Optional;
import java.util.stream.Stream;

/** The {@code Compression} tag: TIFF 6.0, its supplements, and the registry of libtiff. */
public enum Compression {
    NONE(1),
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

    public static Optional<Compression> of(int code) {
        return Stream.of(values()).filter(each -> each.code == code).findFirst();
    }

    public int code() {
        return code;
    }

    /** Returns the name that GDAL gives it in its domain IMAGE_STRUCTURE. */
    public String gdalName() {
        return gdalName;
    }
}
