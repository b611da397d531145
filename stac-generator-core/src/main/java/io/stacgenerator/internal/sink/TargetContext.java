package io.stacgenerator.internal.sink;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.sink.ApiCall;
import io.stacgenerator.spi.sink.ApiReply;
import io.stacgenerator.spi.sink.CollectionSummary;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the sinks of one target share. */
record TargetContext(
        SinkOptions options,
        Sinks sinks,
        List<StorageTarget> storages,
        Sinks.Caller caller,
        StorageCalls calls,
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
        try {
            return storage(href).read(href, calls);
        } catch (IOException e) {
            throw WriteFailures.of(href, e);
        }
    }

    @Override
    public StagedFile create(String href, @Nullable String replaced) {
        try {
            return storage(href).create(href, replaced, calls);
        } catch (IOException e) {
            throw WriteFailures.of(href, e);
        }
    }

    @Override
    public ItemWriter open(String target, SinkOptions others) {
        return sinks.open(target, others);
    }

    @Override
    public ApiReply call(ApiCall call) {
        return caller.call(call, options.headers());
    }

    private StorageTarget storage(String href) {
        return storages.stream()
                .filter(storage -> storage.supports(href))
                .findFirst()
                .orElseThrow(
                        () -> Sinks.invalid("no installed storage writes to %s".formatted(Secrets.published(href))));
    }
}
