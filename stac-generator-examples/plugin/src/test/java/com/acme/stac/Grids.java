package com.acme.stac;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of a station. */
final class Grids {

    static final String REPORT = """
            ACME REPORT
            measured: 2024-05-01T10:20:30Z
            station: BRN-7
            score: 0.8
            remark: windy: the values scatter
            """;

    private Grids() {}

    /** A grid of 4 by 3 cells in UTM zone 32 north, of which one has no data. */
    static byte[] grid() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("""
                AGRID 1
                width 4
                height 3
                epsg 32632
                west 380000
                north 5200000
                pixel 100
                sensor T-1000

                """.getBytes(US_ASCII));
        for (int cell = 0; cell < 11; cell++) {
            file.write(10 + cell);
        }
        file.write(255);
        return file.toByteArray();
    }

    /** The grid in an archive. */
    static byte[] zipped() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("bern.agrid"));
            zip.write(grid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
