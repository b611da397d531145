package io.stacgenerator.benchmarks;

import io.stacgenerator.internal.geo.Footprint;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A Sentinel-2 tile in UTM zone 32 north: its reference system, one position, its footprint. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class TransformBenchmark {

    private static final RasterSize SIZE = new RasterSize(10_980, 10_980);
    private static final GeoTransform GRID = new GeoTransform(10, 0, 600_000, 0, -10, 5_300_040);

    private final CrsDefinition crs = CrsDefinition.epsg(32_632);
    private final double[] lonLat = new double[2];

    @Benchmark
    public Wgs84Transform crsLookUp() {
        return Wgs84Transforms.of(crs);
    }

    @Benchmark
    public double[] crsTransform() {
        Wgs84Transforms.of(crs).toLonLat(654_900, 5_245_140, lonLat);
        return lonLat;
    }

    @Benchmark
    public Footprint footprint() {
        return Footprint.of(SIZE, GRID, Wgs84Transforms.of(crs));
    }
}
