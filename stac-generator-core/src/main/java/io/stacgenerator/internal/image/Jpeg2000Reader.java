package io.stacgenerator.internal.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.geotiff.PlainImage;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers of JPEG 2000 files (ISO/IEC 15444-1): JP2 boxes or a bare codestream, located by GeoJP2 or GMLJP2.
 * Leaves all pixels to other readers.
 */
public final class Jpeg2000Reader implements RasterReader {

    private static final ByteBuffer BOXES = ByteBuffer.wrap(new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' '});
    private static final long GEOJP2_HIGH = 0xb14bf8bd083d4b43L;
    private static final long GEOJP2_LOW = 0xa5ae8cd7d5a6ce03L;
    private static final int UUID_LENGTH = 16;

    /** A degenerate GeoTIFF and a document of GML take some kilobytes. */
    private static final int MAX_BOX = 1 << 20;

    /** GMLJP2 nests two associations. */
    private static final int MAX_DEPTH = 8;

    @Override
    public String id() {
        return "jpeg2000";
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        int at = head.position();
        boolean bare = head.remaining() >= 4 && head.getInt(at) == Codestream.SIGNATURE;
        return bare
                || (head.remaining() >= BOXES.capacity()
                        && head.slice(at, BOXES.capacity()).equals(BOXES));
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        TiffBytes bytes = new TiffBytes(object);
        PlainImage image = new PlainImage(object, context);
        Jp2Header header = new Jp2Header();
        boolean boxes = bytes.view(0, 4).getInt(0) != Codestream.SIGNATURE;
        Codestream codestream = boxes ? readBoxes(bytes, header, image) : Codestream.read(bytes, 0);
        if (codestream == null) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_RASTER,
                    "the JPEG 2000 %s has no codestream with a size and components".formatted(object.href()));
        }
        image.locateByPolynomials();
        RasterInfo info = image.describe(
                        "JP2OpenJPEG",
                        boxes ? "image/jp2" : "image/j2c",
                        codestream.size(),
                        header.channels(codestream))
                .overviews(header.indexed() ? List.of() : codestream.overviews())
                .build();
        return () -> info;
    }

    /** What locates the image may come after its pixels, which is only looked for where it is not before. */
    private static @Nullable Codestream readBoxes(TiffBytes bytes, Jp2Header header, PlainImage image)
            throws IOException {
        Codestream codestream = null;
        Boxes boxes = Boxes.of(bytes);
        while ((codestream == null || !image.located()) && boxes.next()) {
            switch (boxes.type()) {
                case "jp2h" -> header.read(boxes.within(0));
                case "jp2c" -> codestream = codestream == null ? Codestream.read(bytes, boxes.start()) : codestream;
                case "uuid" -> readUuid(boxes, image);
                case "xml " -> image.tags(text(boxes));
                case "asoc" -> readAssociation(boxes.within(0), image, 0);
                default -> {}
            }
        }
        return codestream;
    }

    /** GeoJP2 comes before GML, which may come first in the file. */
    private static void readUuid(Boxes box, PlainImage image) throws IOException {
        if (box.length() <= UUID_LENGTH || box.length() > MAX_BOX) {
            return;
        }
        ByteBuffer content = box.content(MAX_BOX);
        int at = content.position();
        if (content.getLong(at) == GEOJP2_HIGH && content.getLong(at + Long.BYTES) == GEOJP2_LOW) {
            byte[] geotiff = new byte[content.remaining() - UUID_LENGTH];
            content.get(at + UUID_LENGTH, geotiff);
            image.locate(geotiff);
        }
    }

    /** Writers end strings with a zero. */
    private static String text(Boxes box) throws IOException {
        return box.length() > MAX_BOX
                ? ""
                : UTF_8.decode(box.content(MAX_BOX))
                        .toString()
                        .replace("\0", "")
                        .strip();
    }

    private static void readAssociation(Boxes boxes, PlainImage image, int depth) throws IOException {
        while (!image.located() && boxes.next()) {
            if (boxes.type().equals("asoc") && depth < MAX_DEPTH) {
                readAssociation(boxes.within(0), image, depth + 1);
            } else if (boxes.type().equals("xml ")) {
                GmlCoverage.read(text(boxes), image.warnings())
                        .ifPresent(place -> image.locate(place.transform(), place.crs()));
            }
        }
    }
}
