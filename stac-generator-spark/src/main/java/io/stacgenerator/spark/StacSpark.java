package io.stacgenerator.spark;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.SceneOptions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Items on Apache Spark.
 *
 * <pre>{@code
 * Dataset<String> requests = spark.read().textFile("requests.ndjson").repartition(200);
 * Dataset<Row> items = StacSpark.items(requests, StacSparkOptions.ofDefaults()).persist();
 * StacSpark.writeTable(items, "s3a://bucket/items", SaveMode.Overwrite);
 * }</pre>
 *
 * <p>The partitions are those of the requests: 1,000 to 5,000 requests each keep all cores busy to the end, also where
 * some need pixels and others a header.
 *
 * @since 0.1.0
 */
public final class StacSpark {

    private StacSpark() {}

    /**
     * Turns requests into Items. The same request makes the same Item, so that a task may run twice.
     *
     * @param requests as JSON, see {@link GenerationRequest#fromJson}
     * @param options how Items are made
     * @return a row for each: what was requested (the column is named request), {@code item} (JSON), {@code id},
     *     {@code collection}, {@code bbox} ({@code xmin}, {@code ymin}, {@code xmax}, {@code ymax} in degrees;
     *     {@code xmin} is greater than {@code xmax} across the antimeridian), {@code geometry} (WKB, longitude before
     *     latitude), {@code datetime}, {@code warnings} and {@code error} ({@code code}, {@code message},
     *     {@code retryable}). Of {@code item} and {@code error} one is null; {@code geometry}, {@code bbox} and
     *     {@code datetime} are null where they are so in the Item
     */
    public static Dataset<Row> items(Dataset<String> requests, StacSparkOptions options) {
        requireNonNull(options, "options");
        Counters counters = new Counters(requests.sparkSession().sparkContext());
        return requests.mapPartitions(
                (MapPartitionsFunction<String, Row>) lines -> new ItemIterator(lines, options, counters),
                Encoders.row(ItemRow.SCHEMA));
    }

    /**
     * Finds the scenes in a storage, as {@link io.stacgenerator.StacGenerator#requests} does. Where the first level of
     * the prefix holds folders alone, each is listed by a task of its own; the driver lists this level and no more.
     *
     * @param session the session
     * @param prefix what the names in a storage start with, as the executors reach it; with the credentials it may
     *     carry, which requests carry then too
     * @param options how files are grouped, and what the requests have in common
     * @return requests as JSON, for {@link #items}; repartition them, as a folder may hold any number
     */
    public static Dataset<String> scenes(SparkSession session, String prefix, SceneOptions options) {
        requireNonNull(options, "options");
        List<String> prefixes = ExecutorGenerator.shared().split(prefix);
        Dataset<String> parts =
                session.createDataset(prefixes, Encoders.STRING()).repartition(prefixes.size());
        return parts.flatMap(
                (FlatMapFunction<String, String>) part -> {
                    Stream<GenerationRequest> requests =
                            ExecutorGenerator.shared().requests(part, options);
                    TaskEnd.call(requests::close);
                    return requests.map(GenerationRequest::toJson).iterator();
                },
                Encoders.STRING());
    }

    /**
     * Returns the columns that Items need in a table.
     *
     * @param items rows of {@link #items}; all of them are computed, so persist them first
     * @return the schema for the option {@code schema} of the format {@code stac-geoparquet}, as JSON
     */
    public static String tableSchema(Dataset<Row> items) {
        Dataset<String> parts = items.filter("item is not null")
                .select("item")
                .as(Encoders.STRING())
                .mapPartitions(
                        (MapPartitionsFunction<String, String>)
                                lines -> List.of(ItemSchema.of(lines)).iterator(),
                        Encoders.STRING());
        return parts.reduce((ReduceFunction<String>) ItemSchema::merged);
    }

    /**
     * Writes Items to a folder of stac-geoparquet files of one schema, one for each partition, and next to them what a
     * Collection says of them all, {@code _collection-summary-….json}. The files get their names when all are written.
     *
     * @param items rows of {@link #items}, which are computed twice, so persist them first; those without an Item are
     *     passed over
     * @param path a folder, as Hadoop's file systems name it
     * @param mode {@code Append}, or {@code Overwrite} to replace the files that are there
     */
    public static void writeTable(Dataset<Row> items, String path, SaveMode mode) {
        items.write()
                .format(StacTableSource.NAME)
                .option(StacTableSource.SCHEMA, tableSchema(items))
                .mode(mode)
                .save(path);
    }
}
