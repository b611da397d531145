package io.stacgenerator.benchmarks;

import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.geotiff.GeoTiffReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Raster;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The statistics of all pixels of one band, 1024 by 1024, of 16 bits, or of 8 bits for JPEG. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class StatisticsBenchmark {

    private static final int SIZE = 1024;
    private static final int TILE = 256;

    @Param({"none", "Deflate", "LZW", "PackBits", "JPEG"})
    public String codec;

    private Scene scene;

    @Setup
    public void write() throws IOException {
        Path file = Files.createTempFile("benchmark", ".tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        how.setTiling(TILE, TILE, 0, 0);
        if (!codec.equals("none")) {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(codec);
        }
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(), null, null), how);
        } finally {
            writer.dispose();
        }
        scene = new Scene(file);
    }

    /** Gentle slopes and noise, as reflectances have. */
    private BufferedImage image() {
        boolean bytes = codec.equals("JPEG");
        BufferedImage image =
                new BufferedImage(SIZE, SIZE, bytes ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY);
        WritableRaster pixels = image.getRaster();
        Random random = new Random(1);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double value = 2000 + 800 * Math.sin(x / 70.0) * Math.cos(y / 50.0) + 40 * random.nextGaussian();
                pixels.setSample(x, y, 0, (int) (bytes ? value / 16 : value));
            }
        }
        return image;
    }

    @Benchmark
    public List<BandStatistics> statistics() throws IOException {
        try (StorageObject object = scene.open();
                Raster raster = new GeoTiffReader().open(object, scene)) {
            return raster.statistics(StatisticsMode.EXACT).orElseThrow();
        }
    }
}
