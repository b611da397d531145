package io.stacgenerator.spark;

import io.stacgenerator.StacGenerator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The generators of this JVM, one for each number of requests at a time, which all tasks share until the JVM ends. */
final class ExecutorGenerator {

    private static final Map<Integer, StacGenerator> GENERATORS = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ExecutorGenerator::close, "stac-generator-close"));
    }

    private ExecutorGenerator() {}

    /** Returns the generator for tasks that work on so many requests at a time. */
    static StacGenerator of(int concurrency) {
        return GENERATORS.computeIfAbsent(concurrency, ExecutorGenerator::create);
    }

    /** Returns a generator for one thing at a time. */
    static StacGenerator shared() {
        return of(1);
    }

    private static StacGenerator create(int concurrency) {
        int ofAllTasks = concurrency * Runtime.getRuntime().availableProcessors();
        return StacGenerator.builder().concurrency(ofAllTasks).build();
    }

    private static void close() {
        GENERATORS.values().forEach(StacGenerator::close);
    }
}
