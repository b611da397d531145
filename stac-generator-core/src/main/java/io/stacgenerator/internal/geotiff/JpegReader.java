package io.stacgenerator.internal.geotiff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the headers of JPEG files (ITU-T T.81), and the Exif and XMP that a camera has written. Leaves all pixels to
 * other readers.
 */
public final class JpegReader implements RasterReader {

    private static final int START = 0xFFD8;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final List<ColorInterpretation> RGB =
            List.of(ColorInterpretation.RED, ColorInterpretation.GREEN, ColorInterpretation.BLUE);

    /** The colors by the number of components; GDAL and browsers make RGB of CMYK. */
    private static final List<List<ColorInterpretation>> COLORS = List.of(
            List.of(ColorInterpretation.GRAY),
            List.of(ColorInterpretation.UNDEFINED, ColorInterpretation.UNDEFINED),
            RGB,
            RGB);

    @Override
    public String id() {
        return "jpeg";
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return head.remaining() > Short.BYTES
                && (head.getShort(head.position()) & 0xFFFF) == START
                && head.get(head.position() + Short.BYTES) == (byte) 0xFF;
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        List<Warning> warnings = new ArrayList<>();
        Map<String, String> tags = new LinkedHashMap<>();
        JpegSegments segments = new JpegSegments(new TiffBytes(object), object.href());
        ByteBuffer frame = null;
        while (frame == null && segments.next()) {
            if (segments.isFrame()) {
                frame = segments.content();
            } else if (segments.isApp1()) {
                read(segments.content(), object.href(), tags, warnings);
            }
        }
        if (frame == null) {
            throw segments.unsupported("has no frame header");
        }
        PlainImage image = new PlainImage(object, context);
        image.warnings().addAll(warnings);
        RasterInfo info = info(frame, segments, image, tags);
        return () -> info;
    }

    private static void read(ByteBuffer content, String href, Map<String, String> tags, List<Warning> warnings)
            throws IOException {
        String start = ISO_8859_1
                .decode(content.slice(content.position(), Math.min(content.remaining(), XMP.length())))
                .toString();
        if (start.startsWith(EXIF)) {
            StorageObject exif = StorageObject.of(href, after(EXIF, content));
            try {
                ExifTags.read(TiffFile.read(new TiffBytes(exif)), tags, warnings);
            } catch (StacGeneratorException e) {
                warnings.add(new Warning("exif-unreadable", "what the camera says is left out: " + e.getMessage()));
            }
        } else if (start.equals(XMP)) {
            tags.putAll(Xmp.read(after(XMP, content), warnings));
        }
    }

    private static byte[] after(String start, ByteBuffer content) {
        byte[] rest = new byte[content.remaining() - start.length()];
        content.get(content.position() + start.length(), rest);
        return rest;
    }

    /** A frame header has the precision, the height, the width, and the number of components. */
    private static RasterInfo info(ByteBuffer frame, JpegSegments segments, PlainImage image, Map<String, String> tags)
            throws IOException {
        int at = frame.position();
        boolean whole = frame.remaining() > 5;
        int bits = whole ? frame.get(at) & 0xFF : 0;
        int height = whole ? frame.getShort(at + 1) & 0xFFFF : 0;
        int width = whole ? frame.getShort(at + 3) & 0xFFFF : 0;
        int components = whole ? frame.get(at + 5) & 0xFF : 0;
        if (bits == 0 || bits > Short.SIZE || height == 0 || width == 0 || components == 0 || components > 4) {
            throw segments.unsupported("has a frame of %d x %d pixels of %d components of %d bits"
                    .formatted(width, height, components, bits));
        }
        DataType type = bits > Byte.SIZE ? DataType.UINT16 : DataType.UINT8;
        image.metadata().putAll(tags);
        return image.describe(
                        "JPEG",
                        "image/jpeg",
                        new RasterSize(width, height),
                        COLORS.get(components - 1).stream()
                                .map(color -> new PlainImage.Channel(type, type.bits(), color))
                                .toList())
                .build();
    }
}
