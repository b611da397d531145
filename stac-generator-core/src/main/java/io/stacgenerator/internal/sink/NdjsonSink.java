package io.stacgenerator.internal.sink;

import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import java.util.Set;

/** A file with an Item in each line. */
public final class NdjsonSink implements ItemSink {

    @Override
    public String id() {
        return "ndjson";
    }

    @Override
    public Set<String> suffixes() {
        return Set.of(".ndjson", ".jsonl", ".geojsonl");
    }

    @Override
    public ItemWriter open(String target, SinkContext context) {
        return TextWriter.open(target, new TextWriter.Frame("", "\n", "\n"), context);
    }
}
