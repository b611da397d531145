package io.stacgenerator.table;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An independent reader of Parquet. */
final class DuckDb {

    private DuckDb() {}

    /** Returns the first column of a query as text. */
    static List<String> column(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError("DuckDB: " + sql, e);
        }
    }

    static String value(String sql) {
        return column(sql).get(0);
    }
}
