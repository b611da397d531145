package io.stacgenerator.benchmarks;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.StacItem;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A whole Item without statistics, and its JSON. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class ItemBenchmark {

    private StacGenerator generator;
    private GenerationRequest request;
    private StacItem item;

    @Setup
    public void open() throws IOException {
        Scene scene = Scene.write();
        generator = StacGenerator.builder().options(scene.options()).build();
        request = scene.request();
        item = generator.generate(request).item();
    }

    @Benchmark
    public String json() {
        return item.toJson();
    }

    @Benchmark
    public String wholeItem() {
        return generator.generate(request).item().toJson();
    }

    @TearDown
    public void close() {
        generator.close();
    }
}
