package io.stacgenerator.pgstac;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.spi.sink.ServerLinks;
import io.stacgenerator.spi.sink.WriteMode;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to pgstac, which is made again after it was lost. Not thread-safe. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DatabaseUrl url;
    private @Nullable Connection connection;

    Database(DatabaseUrl url) {
        this.url = url;
    }

    String name() {
        return url.name();
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = DriverManager.getConnection(url.jdbc(), url.properties());
            connection = open;
            try (Statement statement = open.createStatement()) {
                statement.execute("SET client_min_messages = warning");
                statement.execute("SET search_path = pgstac, public"); // its triggers name tables without the schema
            }
            open.setAutoCommit(false);
        }
        return open;
    }

    void requirePgstac() {
        try {
            if (!exists(
                    "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                            + " WHERE n.nspname = 'pgstac' AND c.relname = ?",
                    "items_staging_upsert")) {
                throw Failures.invalid("%s has no pgstac: expected its schema with staging tables".formatted(name()));
            }
        } catch (SQLException e) {
            throw failed("cannot be opened", e);
        }
    }

    private StacGeneratorException failed(String what, SQLException failure) {
        ErrorCode code =
                Failures.code(failure) == ErrorCode.ITEM_REFUSED ? ErrorCode.INVALID_TARGET : Failures.code(failure);
        return new StacGeneratorException(code, "%s %s: %s".formatted(name(), what, Failures.reason(failure)), failure);
    }

    private boolean exists(String query, String argument) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                boolean found = rows.next();
                connection().commit();
                return found;
            }
        }
    }

    boolean isThere(String collection) {
        try {
            return exists("SELECT 1 FROM collections WHERE id = ?", collection);
        } catch (SQLException e) {
            reset(e);
            throw failed("does not show Collection " + collection, e);
        }
    }

    /** Creates a Collection, unless it is there. */
    void create(String id, Map<String, Object> collection) {
        if (isThere(id)) {
            return;
        }
        try (PreparedStatement statement = connection().prepareStatement("SELECT create_collection(?::jsonb)")) {
            statement.setString(1, JsonText.compact(ServerLinks.without(collection)));
            statement.execute();
            connection().commit();
        } catch (SQLException e) {
            reset(e);
            if (!isThere(id)) { // another process may have been first
                throw failed("does not take Collection " + id, e);
            }
        }
    }

    /**
     * Writes Items in one transaction: afterwards all are there, or nothing has changed.
     *
     * @return the ids of those that are not there although the database has taken them
     */
    Set<String> write(String collection, Map<String, String> items, WriteMode mode) throws SQLException {
        try {
            Connection open = connection();
            lock(open, collection);
            copy(open, items.values(), staging(mode));
            Set<String> lost = new HashSet<>(items.keySet());
            lost.removeAll(present(open, collection, items.keySet()));
            if (lost.isEmpty()) {
                open.commit();
            } else {
                open.rollback();
            }
            return lost;
        } catch (SQLException e) {
            reset(e);
            throw e;
        }
    }

    /** The table whose trigger does what the mode says. */
    private static String staging(WriteMode mode) {
        return switch (mode) {
            case CREATE -> "items_staging";
            case CREATE_OR_SKIP -> "items_staging_ignore";
            case CREATE_OR_REPLACE -> "items_staging_upsert";
        };
    }

    /** Returns the JSON of an Item; empty when it is not there. */
    Optional<String> item(String collection, String id) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement("SELECT get_item(?, ?)")) {
            statement.setString(1, id);
            statement.setString(2, collection);
            try (ResultSet rows = statement.executeQuery()) {
                Optional<String> item = rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
                connection().commit();
                return item;
            }
        } catch (SQLException e) {
            reset(e);
            throw e;
        }
    }

    /** Two that write to one partition at a time block each other, or lose rows. */
    private static void lock(Connection open, String collection) throws SQLException {
        try (PreparedStatement statement =
                open.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('stac-generator'), hashtext(?))")) {
            statement.setString(1, collection);
            statement.execute();
        }
    }

    private static void copy(Connection open, Collection<String> items, String table) throws SQLException {
        StringBuilder lines = new StringBuilder();
        for (String item : items) {
            lines.append(item.replace("\\", "\\\\")).append('\n');
        }
        try {
            open.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY %s (content) FROM STDIN".formatted(table), new StringReader(lines.toString()));
        } catch (IOException e) {
            throw new SQLException("the connection broke: " + e.getMessage(), "08006", e);
        }
        try (Statement statement = open.createStatement()) {
            statement.execute("DELETE FROM " + table); // the triggers empty one of the three tables only
        }
    }

    private static Set<String> present(Connection open, String collection, Set<String> ids) throws SQLException {
        Array array = open.createArrayOf("text", ids.toArray());
        try (PreparedStatement statement =
                open.prepareStatement("SELECT id FROM items WHERE collection = ? AND id = ANY (?)")) {
            statement.setString(1, collection);
            statement.setArray(2, array);
            Set<String> present = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    present.add(rows.getString(1));
                }
            }
            return present;
        } finally {
            array.free();
        }
    }

    /** Makes the connection ready for the next transaction, or gives it up. */
    private void reset(SQLException failure) {
        Connection open = connection;
        if (open == null) {
            return;
        }
        try {
            if (!Failures.isLost(failure)) {
                open.rollback();
                return;
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        close();
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("a connection to {} cannot be closed", name(), e);
            }
        }
    }
}
