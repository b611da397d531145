package io.stacgenerator.table;

import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.testkit.ItemSinkContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

final class TableSinkTest extends ItemSinkContract {

    @Override
    protected ItemSink sink() {
        return new TableSink();
    }

    @Override
    protected String target(Path emptyFolder) {
        return emptyFolder.resolve("items.parquet").toString();
    }

    @Override
    protected List<String> ids(String target) throws IOException {
        return DuckDb.column("SELECT id FROM '%s'".formatted(target));
    }
}
