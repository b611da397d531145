package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.gdal.named.SqliteSchema;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gdal.gdal.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that GDAL writes, with statements among the schema that lead elsewhere. */
@RequiresGdal
final class SqliteSchemaTest {

    private static final String VIRTUAL = "CREATE VIRTUAL TABLE b USING rtree(id, minx, maxx)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 5_000, 50_000})
    void allowsASpatialIndex(int tables) throws IOException {
        Path database = database(padding(tables), VIRTUAL);

        assertThatCode(() -> check(database)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 5_000, 50_000})
    void refusesOtherVirtualTablesWhereverTheyStand(int padding) throws IOException {
        Path database = database(padding(padding), VIRTUAL);
        // of the same length, so that the bytes of the file fit
        patch(database, "USING rtree", "USING dtree");

        assertThatThrownBy(() -> check(database))
                .isInstanceOf(StacGeneratorException.class)
                .hasMessageContaining("a virtual table");
    }

    @Test
    void tellsADamagedSchema() throws IOException {
        Path database = database(padding(5_000), VIRTUAL);
        byte[] bytes = Files.readAllBytes(database);
        bytes[103] = 0x7f;
        Files.write(database, bytes);

        assertThatThrownBy(() -> check(database))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_RASTER));
    }

    /** What goes on in other pages may go round in a circle. */
    @Test
    void tellsAStatementThatIsLongerThanAny() throws IOException {
        Path database = database("CREATE TABLE marker (a)");
        byte[] bytes = Files.readAllBytes(database);
        ByteBuffer page = ByteBuffer.wrap(bytes);
        int row = page.getShort(100 + (page.get(100) == 5 ? 12 : 8));
        page.put(row, new byte[] {(byte) 0xbf, (byte) 0xff, (byte) 0xff, 0x7f}); // 2^27 - 1 bytes
        Files.write(database, bytes);

        assertThatThrownBy(() -> check(database)).hasMessageContaining("its schema is damaged");
    }

    /** Returns a statement of some length, which fills pages before the next. */
    private static String padding(int length) {
        return "CREATE TABLE p (a TEXT DEFAULT '%s')".formatted("x".repeat(length));
    }

    private Path database(String... statements) {
        Path path = folder.resolve("a.gpkg");
        GdalSession.call(() -> {
            Dataset database = Fixtures.driver("GPKG").Create(path.toString(), 0, 0, 0, 0);
            for (String statement : statements) {
                database.ExecuteSQL(statement);
            }
            database.delete();
            return path;
        });
        return path;
    }

    private static void patch(Path file, String text, String other) throws IOException {
        String bytes = Files.readString(file, ISO_8859_1);
        Files.writeString(file, bytes.replace(text, other), ISO_8859_1);
    }

    private static void check(Path database) throws IOException {
        try (StorageObject object = Fixtures.local(database)) {
            SqliteSchema.requireOwnTables(object);
        }
    }
}
