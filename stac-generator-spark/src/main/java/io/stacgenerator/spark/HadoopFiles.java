package io.stacgenerator.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import scala.Tuple2;

/** The file systems of Hadoop, as this JVM is configured: so no credential travels with a task. */
final class HadoopFiles {

    private static final String PREFIX = "spark.hadoop.";

    private HadoopFiles() {}

    static FileSystem of(Path path) throws IOException {
        Configuration configuration = new Configuration();
        for (Tuple2<String, String> setting : SparkEnv.get().conf().getAllWithPrefix(PREFIX)) {
            configuration.set(setting._1(), setting._2());
        }
        return path.getFileSystem(configuration);
    }
}
