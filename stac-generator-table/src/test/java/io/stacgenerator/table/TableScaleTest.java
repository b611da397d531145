package io.stacgenerator.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Writes as many Items as {@code stacgenerator.tableItems} says; to be run with a small heap. */
final class TableScaleTest {

    @Test
    @EnabledIfSystemProperty(named = "stacgenerator.tableItems", matches = "\\d+")
    void memoryDoesNotGrowWithTheItems(@TempDir Path folder, TestReporter reporter) throws Exception {
        long items = Long.getLong("stacgenerator.tableItems");
        Path file = folder.resolve("items.parquet");
        long before = cpuNanos();
        try (StacGenerator generator = StacGenerator.builder()
                        .install(new TableSink())
                        .discovery(false)
                        .build();
                ItemWriter writer = generator.openSink(file.toString(), SinkOptions.ofDefaults())) {
            LongStream.range(0, items).forEach(number -> writer.accept(TableItems.item("item-" + number)));
        }
        double seconds = (cpuNanos() - before) / 1e9;
        reporter.publishEntry("rows per CPU second", "%.0f, %d bytes".formatted(items / seconds, Files.size(file)));
        assertThat(DuckDb.value("SELECT count(*) FROM '%s'".formatted(file))).isEqualTo(Long.toString(items));
        assertThat(DuckDb.value("SELECT max(row_group_num_rows) FROM parquet_metadata('%s')".formatted(file)))
                .isEqualTo(Long.toString(Math.min(items, ParquetFiles.ROWS_IN_GROUP)));
    }

    /** Of the whole process, the compiler and the collector included. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
