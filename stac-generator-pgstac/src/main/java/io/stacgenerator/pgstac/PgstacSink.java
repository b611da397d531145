package io.stacgenerator.pgstac;

import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import java.util.Locale;
import java.util.Set;

/**
 * The tables of pgstac, by its staging tables. The target is a database such as {@code postgresql://host:5432/stac},
 * with the user and the password of {@code PGUSER} and {@code PGPASSWORD} where it has none.
 *
 * <p>Options: {@code mode}, what becomes of an Item that is there already: {@code create-or-replace} (the default),
 * {@code create-or-skip}, or {@code create}, which refuses it; {@code batch}, how many Items are copied at a time.
 *
 * @since 0.1.0
 */
public final class PgstacSink implements ItemSink {

    /** Creates the sink. */
    public PgstacSink() {}

    @Override
    public String id() {
        return "pgstac";
    }

    @Override
    public boolean supports(String target) {
        String start = target.toLowerCase(Locale.ROOT);
        return start.startsWith("postgresql:") || start.startsWith("postgres:") || start.startsWith("jdbc:postgresql:");
    }

    @Override
    public Set<String> options() {
        return PgstacOptions.NAMES;
    }

    @Override
    public boolean adds() {
        return true;
    }

    @Override
    public ItemWriter open(String target, SinkContext context) {
        PgstacOptions options = PgstacOptions.of(context.options());
        Database database = new Database(DatabaseUrl.of(target, System.getenv()));
        try {
            database.requirePgstac();
            context.options().collections().forEach(database::create);
            return new PgstacWriter(database, options, context);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
