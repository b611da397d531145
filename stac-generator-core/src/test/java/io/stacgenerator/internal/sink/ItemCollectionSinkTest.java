package io.stacgenerator.internal.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.testkit.ItemSinkContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ItemCollectionSinkTest extends ItemSinkContract {

    @Override
    protected ItemSink sink() {
        return new ItemCollectionSink();
    }

    @Override
    protected String target(Path emptyFolder) {
        return emptyFolder.resolve("items.geojson").toString();
    }

    @Override
    protected List<String> ids(String target) throws IOException {
        Map<String, Object> collection =
                JsonReader.object(Files.readString(Path.of(target)), ErrorCode.INVALID_ITEM, "ItemCollection");
        assertThat(collection).containsEntry("type", "FeatureCollection");
        return JsonValues.objects(collection.get("features")).stream()
                .map(item -> JsonValues.string(item.get("id")).orElseThrow())
                .toList();
    }

    @Test
    void noItemIsAnEmptyCollection(@TempDir Path folder) throws IOException {
        String target = target(folder);
        try (StacGenerator generator = StacGenerator.create()) {
            generator.openSink(target, SinkOptions.ofDefaults()).close();
        }
        assertThat(ids(target)).isEmpty();
    }
}
