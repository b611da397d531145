package io.stacgenerator.internal.gdal.named;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.spi.StorageObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.regex.Pattern;

/**
 * The statements by which a database of SQLite is made, as they stand in its schema table (sqlite.org/fileformat2.html,
 * sections 1.3, 1.5, 1.6, 2.1 and 2.6).
 *
 * <p>A virtual table can be of any file that a module of SQLite or of SpatiaLite reads.
 */
public final class SqliteSchema {

    private static final int HEADER = 100;
    private static final int INTERIOR = 0x05;
    private static final int LEAF = 0x0d;
    private static final int SQL = 4;

    /** The schemas of GeoPackages have some dozens of pages. */
    private static final int MOST_PAGES = 10_000;

    /** The longest statement that SQLite takes by default (sqlite.org/limits.html, 3). */
    private static final int LONGEST_STATEMENT = 1_000_000;

    private static final Pattern VIRTUAL = Pattern.compile("virtual", Pattern.CASE_INSENSITIVE);

    /** The index of features in GeoPackages, which has its data in the database. */
    private static final Pattern SPATIAL_INDEX =
            Pattern.compile("(?is)CREATE VIRTUAL TABLE (\"[^\"]*+\"|\\w++) USING rtree\\s*+\\((?!.*\\bvirtual\\b).*");

    private final StorageObject database;
    private final int pageSize;
    private final int usable;
    private final Charset encoding;
    private int pages;

    private SqliteSchema(StorageObject database) throws IOException {
        this.database = database;
        ByteBuffer header = database.read(0, HEADER);
        int size = header.getShort(16) & 0xffff;
        this.pageSize = size == 1 ? 1 << 16 : size;
        this.usable = pageSize - (header.get(20) & 0xff);
        this.encoding = switch (header.getInt(56)) {
            case 2 -> UTF_16LE;
            case 3 -> UTF_16BE;
            default -> UTF_8;
        };
    }

    /** Refuses a database that leads to other files. */
    public static void requireOwnTables(StorageObject database) throws IOException {
        try {
            new SqliteSchema(database).check(1);
        } catch (ArithmeticException
                | BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            throw refused(database, ErrorCode.INVALID_RASTER, "its schema is damaged");
        }
    }

    private void check(int number) throws IOException {
        if (++pages > MOST_PAGES) {
            throw new IllegalArgumentException("too many pages");
        }
        ByteBuffer page = page(number);
        int start = number == 1 ? HEADER : 0;
        int type = page.get(start);
        int cells = page.getShort(start + 3) & 0xffff;
        if (type == INTERIOR) {
            for (int i = 0; i < cells; i++) {
                check(page.getInt(page.getShort(start + 12 + 2 * i) & 0xffff));
            }
            check(page.getInt(start + 8));
        } else if (type == LEAF) {
            for (int i = 0; i < cells; i++) {
                AssetBudget.check();
                checkStatement(sql(page.position(page.getShort(start + 8 + 2 * i) & 0xffff)));
            }
        } else {
            throw new IllegalArgumentException("type " + type);
        }
    }

    private void checkStatement(String sql) {
        if (VIRTUAL.matcher(sql).find() && !SPATIAL_INDEX.matcher(sql.strip()).matches()) {
            throw refused(
                    database, ErrorCode.UNSUPPORTED_RASTER, "it has a virtual table, which may lead to other files");
        }
    }

    private ByteBuffer page(int number) throws IOException {
        return database.read((number - 1L) * pageSize, pageSize);
    }

    /** Reads the last column of a row whose cell begins at the position of a page. */
    private String sql(ByteBuffer page) throws IOException {
        int length = Math.toIntExact(varint(page));
        if (length > LONGEST_STATEMENT) {
            throw new IllegalArgumentException("a row of %d bytes".formatted(length));
        }
        varint(page);
        ByteBuffer row = payload(page, length);
        ByteBuffer types = row.duplicate();
        int headerLength = Math.toIntExact(varint(types));
        int at = headerLength;
        for (int column = 0; column < SQL; column++) {
            at += size(varint(types));
        }
        int size = size(varint(types));
        return encoding.decode(row.slice(at, size)).toString();
    }

    /** Reads the content of a cell, which goes on in other pages where it is long. */
    private ByteBuffer payload(ByteBuffer page, int length) throws IOException {
        int most = usable - 35;
        int least = (usable - 12) * 32 / 255 - 23;
        int rest = least + (length - least) % (usable - 4);
        int local = length <= most ? length : rest <= most ? rest : least;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(page, local, bytes);
        int next = local < length ? page.getInt() : 0;
        while (bytes.size() < length) {
            if (++pages > MOST_PAGES) {
                throw new IllegalArgumentException("too many pages");
            }
            ByteBuffer overflow = page(next);
            next = overflow.getInt();
            copy(overflow, Math.min(usable - 4, length - bytes.size()), bytes);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static void copy(ByteBuffer from, int length, ByteArrayOutputStream to) {
        byte[] bytes = new byte[Math.min(length, from.remaining() + 1)];
        from.get(bytes);
        to.writeBytes(bytes);
    }

    private static int size(long type) {
        if (type >= 12) {
            return Math.toIntExact((type - 12) / 2);
        }
        return new int[] {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0}[(int) type];
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte each = bytes.get();
            value = (value << 7) | (each & 0x7f);
            if (each >= 0) {
                return value;
            }
        }
        return (value << 8) | (bytes.get() & 0xff);
    }

    private static StacGeneratorException refused(StorageObject database, ErrorCode code, String reason) {
        return new StacGeneratorException(code, "%s is not read: %s".formatted(database.href(), reason));
    }
}
