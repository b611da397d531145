/** Writes Items to pgstac. */
module io.stacgenerator.pgstac {
    requires transitive io.stacgenerator;
    requires static transitive org.jspecify;
    requires static org.checkerframework.checker.qual;
    requires java.sql;
    requires org.postgresql.jdbc;
    requires org.slf4j;

    exports io.stacgenerator.pgstac;

    provides io.stacgenerator.spi.sink.ItemSink with
            io.stacgenerator.pgstac.PgstacSink;
}
