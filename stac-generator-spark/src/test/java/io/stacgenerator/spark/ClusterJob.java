package io.stacgenerator.spark;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** What a user submits to a cluster: requests of a file become a table. */
public final class ClusterJob {

    private ClusterJob() {}

    /**
     * Runs the job.
     *
     * @param args the file of requests, the folder of the table, and how many tasks
     */
    public static void main(String[] args) throws java.io.IOException {
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            Dataset<Row> items = StacSpark.items(
                    spark.read().textFile(Path.of(args[0]).toString()).repartition(Integer.parseInt(args[2])),
                    StacSparkOptions.ofDefaults());
            StacSpark.writeTable(items, args[1], SaveMode.Append);
        }
    }
}
