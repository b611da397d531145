package io.stacgenerator.internal.sink;

import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import java.util.List;
import java.util.Locale;

/** A file with an Item in each line. */
public final class NdjsonSink implements ItemSink {

    private static final List<String> SUFFIXES = List.of(".ndjson", ".jsonl", ".geojsonl");

    @Override
    public String id() {
        return "ndjson";
    }

    @Override
    public boolean supports(String target) {
        String name = target.toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(name::endsWith);
    }

    @Override
    public ItemWriter open(String target, SinkContext context) {
        return TextWriter.open(target, new TextWriter.Frame("", "\n", "\n"), context);
    }
}
