package io.stacgenerator.internal.sink;

import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import java.util.Set;

/** A file that is one FeatureCollection of GeoJSON, which STAC calls an ItemCollection. */
public final class ItemCollectionSink implements ItemSink {

    @Override
    public String id() {
        return "geojson";
    }

    @Override
    public Set<String> suffixes() {
        return Set.of(".geojson", ".json");
    }

    @Override
    public ItemWriter open(String target, SinkContext context) {
        TextWriter.Frame frame =
                new TextWriter.Frame("{\"type\":\"FeatureCollection\",\"features\":[\n", ",\n", "\n]}\n");
        return TextWriter.open(target, frame, context);
    }
}
