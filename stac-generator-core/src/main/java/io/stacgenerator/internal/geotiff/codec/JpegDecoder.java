package io.stacgenerator.internal.geotiff.codec;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** JPEG as TIFF technical note 2 has it: abbreviated streams whose tables are in a tag. */
public final class JpegDecoder implements BlockDecoder {

    /**
     * What JPEG data need besides their blocks.
     *
     * @param tables the tag JPEGTables, or an empty array
     * @param ycbcr true when the data are YCbCr, to be converted to RGB
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes of a tag, which nobody compares
    public record Settings(byte[] tables, boolean ycbcr) {}

    private static final int MARKER_SIZE = 2;

    private final BlockShape shape;
    private final Settings settings;
    private final ImageReader reader = reader();

    JpegDecoder(BlockShape shape, Settings settings) {
        this.shape = shape;
        this.settings = settings;
    }

    /** The JDK's own reader gives pixels as they are stored; another may be installed before it. */
    private static ImageReader reader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        ImageReader reader = readers.next();
        while (!reader.canReadRaster()) {
            reader = readers.next();
        }
        return reader;
    }

    @Override
    public InputStream decode(InputStream encoded) throws IOException {
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(complete(encoded))), true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > shape.width() || height > shape.height()) {
            throw new IIOException("the JPEG image has %d x %d pixels, the block %d x %d"
                    .formatted(width, height, shape.width(), shape.height()));
        }
        return new ByteArrayInputStream(rows(reader.readRaster(0, null)));
    }

    /** Joins tables and data: the end mark of the one and the start mark of the other are left out. */
    private byte[] complete(InputStream encoded) throws IOException {
        byte[] tables = settings.tables();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        if (tables.length > 2 * MARKER_SIZE) {
            whole.write(tables, 0, tables.length - MARKER_SIZE);
            encoded.skipNBytes(MARKER_SIZE);
        }
        whole.writeBytes(BlockDecoder.whole(encoded));
        return whole.toByteArray();
    }

    private byte[] rows(Raster raster) throws IIOException {
        int samples = raster.getNumBands();
        if (samples != shape.samples()) {
            throw new IIOException(
                    "the JPEG image has %d samples per pixel, the block %d".formatted(samples, shape.samples()));
        }
        byte[] rows = new byte[shape.width() * raster.getHeight() * samples];
        byte[] row = new byte[raster.getWidth() * samples];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getDataElements(0, y, raster.getWidth(), 1, row);
            if (settings.ycbcr() && samples == 3) {
                YcbcrToRgb.convert(row);
            }
            System.arraycopy(row, 0, rows, y * shape.width() * samples, row.length);
        }
        return rows;
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
