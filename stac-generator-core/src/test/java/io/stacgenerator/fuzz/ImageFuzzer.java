package io.stacgenerator.fuzz;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.geotiff.JpegReader;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.image.Jp2Builder;
import io.stacgenerator.internal.image.Jpeg2000Reader;
import io.stacgenerator.internal.image.PictureReader;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The headers of images that are no TIFF. */
public final class ImageFuzzer {

    private static final List<RasterReader> READERS =
            List.of(new Jpeg2000Reader(), new PictureReader(), new JpegReader());

    private static final String GML = """
            <a xmlns:gml="http://www.opengis.net/gml"><gml:RectifiedGrid srsName="urn:ogc:def:crs:EPSG::4326">
            <gml:pos>50 10</gml:pos><gml:offsetVector>0 1</gml:offsetVector><gml:offsetVector>-1 0</gml:offsetVector>
            </gml:RectifiedGrid></a>""";

    private ImageFuzzer() {}

    static Stream<byte[]> seeds() {
        return Stream.of(
                new Jp2Builder()
                        .geoJp2(TiffImage.of(1, 1).located(500000, 4600000, 10, 32633))
                        .build(),
                new Jp2Builder().gml(GML).build(),
                Jp2Builder.codestream(100, 50, 7, 7, 11),
                picture("png"),
                picture("gif"),
                picture("jpeg"),
                HexFormat.of().parseHex("524946460000000057454250565038580a000000100000000600000400000000"));
    }

    private static byte[] picture(String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file by each reader that knows it. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        for (RasterReader reader : READERS) {
            read(reader, data);
        }
    }

    private static void read(RasterReader reader, byte[] data) throws IOException {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        FakeContext context = FakeContext.of(storage);
        try (StorageObject object = context.open(storage.put("a.bin", data))) {
            if (reader.recognizes(object.read(0, RasterReader.HEAD_LENGTH), object)) {
                open(reader, object, context);
            }
        }
    }

    private static void open(RasterReader reader, StorageObject object, FakeContext context) throws IOException {
        try (Raster raster = reader.open(object, context)) {
            raster.info();
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.INTERNAL) {
                throw e;
            }
        }
    }
}
