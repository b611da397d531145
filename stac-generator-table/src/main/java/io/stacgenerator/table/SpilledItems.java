package io.stacgenerator.table;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import io.stacgenerator.spi.sink.StagedFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Items that become a table when the last one is there. */
final class SpilledItems implements ItemWriter {

    private final String target;
    private final SinkContext context;
    private final TableSchema schema;
    private final StagedFile file;
    private final Spill spill;
    private boolean ended;

    private SpilledItems(String target, SinkContext context, TableSchema schema, StagedFile file, Spill spill) {
        this.target = target;
        this.context = context;
        this.schema = schema;
        this.file = file;
        this.spill = spill;
    }

    /** Begins the file too, so that a target that cannot be written is reported before the work is done. */
    static SpilledItems open(String target, SinkContext context, TableSchema schema) {
        StagedFile file = context.create(target, null);
        try {
            return new SpilledItems(target, context, schema, file, new Spill());
        } catch (IOException e) {
            file.discard();
            throw failed("the temporary folder", e);
        }
    }

    private static StacGeneratorException failed(String what, IOException failure) {
        return new StacGeneratorException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "%s cannot be written: %s".formatted(what, failure.getMessage()),
                failure);
    }

    @Override
    public void accept(StacItem item) {
        StacGeneratorException refusal = take(item);
        if (refusal != null) {
            context.rejected(item, refusal);
        }
    }

    private synchronized @Nullable StacGeneratorException take(StacItem item) {
        try {
            schema.add(item);
            spill.write(item.toMap());
            return null;
        } catch (StacGeneratorException e) {
            return e;
        } catch (IOException e) {
            throw failed("item %s, which is to wait in the temporary folder for %s,".formatted(item.id(), target), e);
        }
    }

    @Override
    public synchronized void close() {
        if (ended) {
            return;
        }
        ended = true;
        try (spill) {
            try (TableWriter table =
                    new TableWriter(file.stream(), schema, context.options().collections())) {
                spill.read(table::write);
            }
            file.commit();
        } catch (IOException e) {
            throw failed(target, e);
        } finally {
            file.discard();
        }
    }

    @Override
    public synchronized void abort() {
        if (ended) {
            return;
        }
        ended = true;
        file.discard();
        try {
            spill.close();
        } catch (IOException e) {
            throw failed("the temporary folder", e);
        }
    }
}
