package io.stacgenerator.benchmarks;

import io.stacgenerator.internal.geotiff.GeoTiffReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The header of a local file: opened, read, interpreted, closed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class HeaderBenchmark {

    private final GeoTiffReader reader = new GeoTiffReader();
    private Scene scene;

    @Setup
    public void write() throws IOException {
        scene = Scene.write();
    }

    @Benchmark
    public RasterInfo header() throws IOException {
        try (StorageObject object = scene.open();
                Raster raster = reader.open(object, scene)) {
            return raster.info();
        }
    }
}
