package io.stacgenerator.internal.sink;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.sink.ApiCall;
import io.stacgenerator.spi.sink.ApiReply;
import io.stacgenerator.spi.sink.CollectionSummary;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StoredFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the sinks of one target share. */
record TargetContext(
        SinkOptions options,
        Sinks sinks,
        TargetFiles files,
        Sinks.Caller caller,
        List<Field> fields,
        Supplier<CollectionSummary> summaries)
        implements SinkContext {

    @Override
    public CollectionSummary summary() {
        return summaries.get();
    }

    @Override
    public void rejected(StacItem item, StacGeneratorException reason) {
        options.rejected().accept(item, reason);
    }

    @Override
    public Optional<StoredFile> read(String href) {
        return files.read(href);
    }

    @Override
    public StagedFile create(String href, @Nullable String replaced) {
        return files.create(href, replaced);
    }

    @Override
    public ItemWriter open(String target, SinkOptions others) {
        return sinks.open(target, others);
    }

    @Override
    public ApiReply call(ApiCall call) {
        return caller.call(call, options.headers());
    }
}
