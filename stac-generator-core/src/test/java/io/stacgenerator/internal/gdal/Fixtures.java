package io.stacgenerator.internal.gdal;

import io.stacgenerator.StatisticsMode;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.storage.FileStorageResolver;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.Driver;
import org.gdal.gdal.gdal;
import org.gdal.osr.SpatialReference;

/** Files made by GDAL's own drivers, and their opening as the pipeline does it. */
final class Fixtures {

    static final int WIDTH = 20;
    static final int HEIGHT = 10;
    static final int BYTE = 1;
    static final int INT16 = 3;
    static final int FLOAT32 = 6;

    private static final GenerationContext CONTEXT = FakeContext.of(new FileStorageResolver());

    private static final Map<String, Driver> DRIVERS = new HashMap<>();

    private Fixtures() {}

    /** Returns a driver, also one that the library deregisters. */
    static synchronized Driver driver(String name) {
        if (!DRIVERS.containsKey(name)) {
            gdal.AllRegister();
            DRIVERS.put(name, gdal.GetDriverByName(name));
            GdalDrivers.restrict();
        }
        return DRIVERS.get(name);
    }

    /** Makes a raster in memory: UTM zone 32 north, pixels of 10 m, the value of a pixel is its column. */
    static Dataset memory(int width, int height, int bands, int type) {
        Dataset dataset = driver("MEM").Create("", width, height, bands, type);
        SpatialReference system = new SpatialReference();
        system.ImportFromEPSG(32632);
        dataset.SetSpatialRef(system);
        dataset.SetGeoTransform(new double[] {500000, 10, 0, 5000000, 0, -10});
        double[] line = new double[width];
        for (int i = 0; i < width; i++) {
            line[i] = i;
        }
        for (int band = 1; band <= bands; band++) {
            for (int row = 0; row < height; row++) {
                dataset.GetRasterBand(band).WriteRaster(0, row, width, 1, 7, line);
            }
        }
        return dataset;
    }

    static Dataset memory() {
        return memory(WIDTH, HEIGHT, 1, BYTE);
    }

    /** Writes a raster by a driver, on the thread that NetCDF is read on. */
    static Path write(Dataset source, String driver, Path file, String... options) {
        return Hdf5Thread.call(() -> GdalSession.call(() -> {
            Dataset copy = driver(driver).CreateCopy(file.toString(), source, 0, options);
            if (copy == null) {
                throw new IllegalStateException(gdal.GetLastErrorMsg());
            }
            copy.delete();
            return file;
        }));
    }

    /** Writes an {@code .aux.xml} file with one tag. */
    static void sideFile(Path file, String domain, String name, String value) {
        String xml = "<PAMDataset><Metadata domain=\"%s\"><MDI key=\"%s\">%s</MDI></Metadata></PAMDataset>";
        try {
            Files.writeString(Path.of(file + ".aux.xml"), xml.formatted(domain, name, value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StorageObject local(Path file) {
        try {
            return new FileStorageResolver().open(file.toString(), StoragePolicy::open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StorageObject remote(Path file) {
        try {
            InMemoryStorageResolver storage = new InMemoryStorageResolver();
            String href = storage.put(file.getFileName().toString(), Files.readAllBytes(file));
            return storage.open(href, StoragePolicy::open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean recognizes(RasterReader reader, StorageObject object) {
        try {
            return reader.recognizes(object.read(0, RasterReader.HEAD_LENGTH), object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RasterInfo info(Path file) {
        RasterInfo[] info = new RasterInfo[1];
        with(local(file), raster -> info[0] = raster.info());
        return info[0];
    }

    static List<BandStatistics> statistics(Raster raster, StatisticsMode mode) {
        try {
            return raster.statistics(mode).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Raster open(RasterReader reader, Path file) throws IOException {
        return reader.open(local(file), CONTEXT);
    }

    /** Opens a file, uses it and closes it. */
    static void with(StorageObject object, Consumer<Raster> use) {
        try (object;
                Raster raster = new GdalReader().open(object, CONTEXT)) {
            use.accept(raster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether a file names other files, and so is refused before GDAL has it. */
    static boolean namesOtherFiles(Path file) throws IOException {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1);
        }
        return head.contains("<VRTDataset") || head.contains("<MRF_META");
    }
}
