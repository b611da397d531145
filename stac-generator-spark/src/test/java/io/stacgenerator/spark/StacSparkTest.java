package io.stacgenerator.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.table.StacTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** The engine itself, with two cores and three attempts of a task. */
final class StacSparkTest {

    private static SparkSession spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2,3]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.catalog.stac", StacCatalog.class.getName())
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private Dataset<String> requests(int count, int partitions) {
        return spark.createDataset(TestScenes.requests(folder.resolve("scenes"), count), Encoders.STRING())
                .repartition(partitions);
    }

    @Test
    void makesARowOfEachRequest() {
        Dataset<Row> items = StacSpark.items(requests(20_000, 8), StacSparkOptions.ofDefaults())
                .persist();

        assertThat(items.count()).isEqualTo(20_000);
        assertThat(items.filter("item is not null and error is null").count()).isEqualTo(19_800);
        assertThat(items.filter("error.code = 'NOT_FOUND' and not error.retryable and item is null")
                        .count())
                .isEqualTo(200);
        assertThat(items.select("id").filter("id is not null").distinct().count())
                .isEqualTo(19_800);
        Row first = items.filter("id = 'item-3'").first();
        assertThat(first.getStruct(first.fieldIndex("bbox")).getDouble(0)).isEqualTo(3);
        assertThat((byte[]) first.getAs("geometry")).startsWith((byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 3);
        assertThat(first.<Object>getAs("datetime")).hasToString("2026-06-04 00:00:00.0");
        items.unpersist(true);
    }

    @Test
    void showsWhatIsCountedOnTheStage() throws InterruptedException {
        Map<String, Object> counted = new ConcurrentHashMap<>();
        CountDownLatch told = new CountDownLatch(1);
        SparkListener listener = new SparkListener() {
            @Override
            public void onStageCompleted(SparkListenerStageCompleted stage) {
                CollectionConverters.asJava(stage.stageInfo().accumulables())
                        .forEach((id, info) -> info.name()
                                .filter(name -> name.startsWith("stac "))
                                .foreach(name -> counted.put(name, info.value().get())));
                if (counted.containsKey("stac items")) {
                    told.countDown();
                }
            }
        };
        spark.sparkContext().addSparkListener(listener);
        StacSpark.items(requests(200, 2), StacSparkOptions.ofDefaults()).collectAsList();

        assertThat(told.await(1, TimeUnit.MINUTES)).as("the stage is told").isTrue();
        assertThat(counted)
                .containsEntry("stac requests", 200L)
                .containsEntry("stac items", 198L)
                .containsEntry("stac failures", Map.of("NOT_FOUND", 2L))
                .hasEntrySatisfying(
                        "stac bytes read", bytes -> assertThat((Long) bytes).isPositive());
        spark.sparkContext().removeSparkListener(listener);
    }

    @Test
    void losesNothingWhenATaskDies() {
        Dataset<String> requests = requests(2_000, 6)
                .map(
                        (MapFunction<String, String>) request -> {
                            if (TaskContext.getPartitionId() == 3
                                    && TaskContext.get().attemptNumber() == 0
                                    && request.contains("7")) {
                                throw new IllegalStateException("the task dies");
                            }
                            return request;
                        },
                        Encoders.STRING());

        List<Row> rows =
                StacSpark.items(requests, StacSparkOptions.ofDefaults()).collectAsList();

        assertThat(rows)
                .extracting(row -> row.getString(0))
                .doesNotHaveDuplicates()
                .hasSize(2_000);
    }

    @Test
    void endsTheJobAtAFailureWhenAsked() {
        StacSparkOptions options = StacSparkOptions.builder().failFast(true).build();

        assertThatThrownBy(() -> StacSpark.items(requests(100, 1), options).collectAsList())
                .hasStackTraceContaining("missing.tif");
    }

    @Test
    void givesRequestsTheOptionsTheyDoNotCarry() {
        StacSparkOptions options = StacSparkOptions.builder()
                .requestOptions(Map.of("datetime", "2001-02-03T04:05:06Z", "stacVersion", "1.0.0"))
                .build();

        Row row = StacSpark.items(requests(1, 1), options).first();

        assertThat(StacItem.parse(row.<String>getAs("item")).datetime()).hasToString("Optional[2001-02-03T04:05:06Z]");
        assertThat(row.<String>getAs("item")).contains("\"stac_version\":\"1.0.0\"");
    }

    @Test
    void refusesOptionsThatAreNone() {
        assertThatThrownBy(() -> StacSparkOptions.builder().requestOptions(Map.of("statistic", "exact")))
                .isInstanceOf(StacGeneratorException.class)
                .hasMessageContaining("/options/statistic");
    }

    @Test
    void isAFunctionOfSql() {
        requests(100, 1).toDF("request").createOrReplaceTempView("requests");
        spark.udf().registerJava("stac_item", StacItemUdf.class.getName(), null);

        for (String function : List.of("stac_item", "stac.item")) {
            Row counts = spark.sql(
                            "SELECT count(get_json_object(item, '$.id')), first(get_json_object(item, '$.error.code'), true) FROM (SELECT %s(request) AS item FROM requests)"
                                    .formatted(function))
                    .first();

            assertThat(counts.getLong(0)).as(function).isEqualTo(99);
            assertThat(counts.getString(1)).as(function).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void findsScenesByTheFirstLevelOfFolders() {
        IntStream.range(0, 12)
                .forEach(i -> TestScenes.write(
                        folder.resolve("archive/day%02d/a/x_20260601_%d.tif".formatted(i % 4, i)), i, 10));

        Dataset<String> scenes =
                StacSpark.scenes(spark, folder.resolve("archive").toString(), SceneOptions.ofDefaults());

        assertThat(scenes.rdd().getNumPartitions()).isEqualTo(4);
        assertThat(StacSpark.items(scenes, StacSparkOptions.ofDefaults())
                        .filter("item is not null")
                        .count())
                .isEqualTo(12);
    }

    @Test
    void writesATableOfOneSchemaThatOthersRead() throws Exception {
        Path table = folder.resolve("table");
        Dataset<Row> items = StacSpark.items(requests(1_000, 5), StacSparkOptions.ofDefaults())
                .persist();

        StacSpark.writeTable(items, table.toString(), SaveMode.Append);

        assertThat(files(table, ".parquet")).hasSize(5);
        assertThat(ids(table)).hasSize(990).contains("item-0", "item-998");
        Path summary = table.resolve(files(table, ".json").get(0));
        assertThat(JsonText.parse(Files.readString(summary))).containsKey("items");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet counted = duckdb.createStatement()
                        .executeQuery("SELECT count(*), count(DISTINCT id), min(bbox.xmin), max(datetime)::VARCHAR "
                                + "FROM read_parquet('%s/*.parquet')".formatted(table))) {
            counted.next();
            assertThat(counted.getLong(1)).isEqualTo(990);
            assertThat(counted.getLong(2)).isEqualTo(990);
            assertThat(counted.getDouble(3)).isEqualTo(0);
            assertThat(counted.getString(4)).startsWith("2026-06-09");
        }
        assertThat(spark.read().parquet(table.toString()).count()).isEqualTo(990);
    }

    @Test
    void replacesATableWhenAskedTo() throws Exception {
        Path table = folder.resolve("table");
        StacSpark.writeTable(
                StacSpark.items(requests(10, 1), StacSparkOptions.ofDefaults()), table.toString(), SaveMode.Append);
        StacSpark.writeTable(
                StacSpark.items(requests(20, 2), StacSparkOptions.ofDefaults()), table.toString(), SaveMode.Append);
        assertThat(ids(table)).hasSize(30);

        StacSpark.writeTable(
                StacSpark.items(requests(5, 1), StacSparkOptions.ofDefaults()), table.toString(), SaveMode.Overwrite);

        assertThat(ids(table)).hasSize(5);
        assertThat(files(table, ".json")).hasSize(1);
    }

    @Test
    void tellsWhatTheFormatLacks() {
        Dataset<Row> items = StacSpark.items(requests(1, 1), StacSparkOptions.ofDefaults());

        assertThatThrownBy(() -> items.write()
                        .format("stac-geoparquet")
                        .mode("append")
                        .save(folder.resolve("t").toString()))
                .hasMessageContaining("no option schema");
    }

    @Test
    void givesTheSameRowsWhenACanceledJobIsRunAgain() throws Exception {
        Path table = folder.resolve("table");
        Dataset<Row> items = StacSpark.items(requests(20_000, 40), StacSparkOptions.ofDefaults());
        String schema = StacSpark.tableSchema(StacSpark.items(requests(100, 1), StacSparkOptions.ofDefaults()));
        CountDownLatch halfWay = new CountDownLatch(20);
        SparkListener listener = new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd task) {
                halfWay.countDown();
            }
        };
        spark.sparkContext().addSparkListener(listener);
        CompletableFuture<Void> job = CompletableFuture.runAsync(() -> write(items, schema, table));
        assertThat(halfWay.await(2, TimeUnit.MINUTES))
                .as("half of the tasks are done")
                .isTrue();
        spark.sparkContext().cancelAllJobs();
        assertThat(job).failsWithin(Duration.ofMinutes(1));
        spark.sparkContext().removeSparkListener(listener);
        assertThat(files(table, ".parquet")).isEmpty();

        write(items, schema, table);

        assertThat(ids(table)).hasSize(19_800).doesNotHaveDuplicates();
    }

    private static void write(Dataset<Row> items, String schema, Path table) {
        items.write()
                .format("stac-geoparquet")
                .option("schema", schema)
                .mode(SaveMode.Append)
                .save(table.toString());
    }

    private static List<String> files(Path table, String suffix) {
        String[] names = table.toFile().list((in, name) -> name.endsWith(suffix) && !name.startsWith("."));
        return names == null ? List.of() : Arrays.asList(names);
    }

    private static List<String> ids(Path table) {
        List<String> ids = new ArrayList<>();
        files(table, ".parquet").forEach(name -> {
            try (Stream<StacItem> items = StacTable.read(table.resolve(name))) {
                items.forEach(item -> ids.add(item.id()));
            }
        });
        return ids;
    }
}
