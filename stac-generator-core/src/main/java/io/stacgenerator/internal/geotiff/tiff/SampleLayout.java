package io.stacgenerator.internal.geotiff.tiff;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.invalid;
import static io.stacgenerator.internal.geotiff.tiff.TiffError.unsupported;

import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.geotiff.codec.Compression;
import io.stacgenerator.model.DataType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the samples of an image are stored.
 *
 * @param count the samples of a pixel
 * @param bits the bits of a sample
 * @param format what the bits mean, {@code SampleFormat} of TIFF 6.0 section 19
 * @param separate true when each sample has planes of its own
 * @param compression the {@code Compression}
 * @param photometric the {@code PhotometricInterpretation}
 * @param extra what the samples beyond the photometric ones mean, {@code ExtraSamples} of TIFF 6.0 section 18
 */
public record SampleLayout(
        int count, int bits, int format, boolean separate, int compression, int photometric, List<Long> extra) {

    public static final int SIGNED = 2;
    public static final int FLOAT = 3;
    private static final int COMPLEX_INTEGER = 5;
    private static final int COMPLEX_FLOAT = 6;

    public static final int WHITE_IS_ZERO = 0;
    public static final int BLACK_IS_ZERO = 1;
    public static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int SEPARATED = 5;
    public static final int YCBCR = 6;

    private static final int MAX_SAMPLES = 65535;

    public static SampleLayout of(Ifd ifd) throws IOException {
        int count = ifd.integer(TagId.SAMPLES_PER_PIXEL, 1);
        if (count < 1 || count > MAX_SAMPLES) {
            throw invalid("it has %d samples per pixel, expected 1 to %d", count, MAX_SAMPLES);
        }
        AssetBudget.bands(count);
        return new SampleLayout(
                count,
                same(ifd, TagId.BITS_PER_SAMPLE, 1, "bits per sample"),
                same(ifd, TagId.SAMPLE_FORMAT, 1, "sample formats"),
                ifd.integer(TagId.PLANAR_CONFIGURATION, 1) == 2 && count > 1,
                ifd.integer(TagId.COMPRESSION, Compression.NONE.code()),
                ifd.integer(TagId.PHOTOMETRIC, count >= 3 ? RGB : BLACK_IS_ZERO),
                Arrays.stream(ifd.integers(TagId.EXTRA_SAMPLES)).boxed().toList());
    }

    private static int same(Ifd ifd, int id, int absent, String what) throws IOException {
        long[] values = ifd.integers(id);
        for (long value : values) {
            if (value != values[0]) {
                throw unsupported("its samples have different %s: %d and %d", what, values[0], value);
            }
        }
        return values.length == 0 ? absent : (int) Math.min(values[0], Integer.MAX_VALUE);
    }

    /** Returns the type that holds the values, with GDAL's rules for odd numbers of bits. */
    public DataType dataType() {
        DataType type = switch (format) {
            case SIGNED -> signed();
            case FLOAT -> floating();
            case COMPLEX_INTEGER -> bits == 32 ? DataType.CINT16 : bits == 64 ? DataType.CINT32 : null;
            case COMPLEX_FLOAT -> bits == 64 ? DataType.CFLOAT32 : bits == 128 ? DataType.CFLOAT64 : null;
            default -> unsigned();
        };
        if (type == null) {
            throw unsupported("its samples have %d bits of sample format %d", bits, format);
        }
        return type;
    }

    private @Nullable DataType unsigned() {
        if (bits >= 1 && bits <= 32) {
            return bits <= 8 ? DataType.UINT8 : bits <= 16 ? DataType.UINT16 : DataType.UINT32;
        }
        return bits == 64 ? DataType.UINT64 : null;
    }

    private @Nullable DataType signed() {
        if (bits < 8) {
            return unsigned();
        }
        if (bits <= 32) {
            return bits == 8 ? DataType.INT8 : bits <= 16 ? DataType.INT16 : DataType.INT32;
        }
        return bits == 64 ? DataType.INT64 : null;
    }

    private @Nullable DataType floating() {
        return switch (bits) {
            case 16 -> DataType.FLOAT16;
            case 24, 32 -> DataType.FLOAT32;
            case 64 -> DataType.FLOAT64;
            default -> null;
        };
    }

    /** Returns what a sample beyond the photometric ones is; 0 where it is one of those or unspecified. */
    public long extra(int sample) {
        int index = sample - (count - extra.size());
        return index >= 0 && index < extra.size() ? extra.get(index) : 0;
    }
}
