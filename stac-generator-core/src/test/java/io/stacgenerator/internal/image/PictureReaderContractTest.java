package io.stacgenerator.internal.image;

import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.testkit.RasterReaderContract;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

final class PictureReaderContractTest extends RasterReaderContract {

    @Override
    protected RasterReader reader() {
        return new PictureReader();
    }

    @Override
    protected byte[] example() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
