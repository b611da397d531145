package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.gdal.named.FileBytes;
import io.stacgenerator.material.RequiresGdal;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gdal.gdal.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassicNetcdfTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsWholeUntilItsLastValue() throws IOException {
        byte[] bytes = Files.readAllBytes(grid());

        assertWhole(bytes);
        for (int length = 4; length < bytes.length; length++) {
            assertCutShort(Arrays.copyOf(bytes, length));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3, 9", "1, 2, 3, 23", "2, 1, 0, 0", "2, 2, 1, 7", "5, 2, 3, 23", "5, 1, -1, 0"})
    void recordsArePaddedWhereTheyHaveSeveralVariables(int version, int variables, int records, int values)
            throws IOException {
        int begin = header(version, variables, records, 0).length;
        byte[] header = header(version, variables, records, begin);

        assertWhole(Arrays.copyOf(header, begin + values));
        assertCutShort(Arrays.copyOf(header, begin + values - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "GRIB", "\u0089HDF\r\n"})
    void otherFilesAreLeftAlone(String bytes) throws IOException {
        assertWhole(bytes.getBytes(ISO_8859_1));
    }

    @RequiresGdal
    @ParameterizedTest
    @ValueSource(strings = {"NC", "NC2"})
    void aFileThatGdalWritesIsWhole(String format) throws IOException {
        Dataset source = Fixtures.memory(7, 5, 3, Fixtures.BYTE);
        Path file = Fixtures.write(source, "netCDF", folder.resolve("a.nc"), "FORMAT=" + format);

        assertWhole(Files.readAllBytes(file));
    }

    @Test
    void aFileThatIsCutShortIsNoRaster() throws IOException {
        byte[] bytes = Files.readAllBytes(grid());
        Path cut = Files.write(folder.resolve("cut.nc"), Arrays.copyOf(bytes, bytes.length - 8));

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> Fixtures.open(new GdalReader(), cut).close())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_RASTER))
                .withMessageContaining("is cut short: it has %d bytes, but its variables end at %d"
                        .formatted(bytes.length - 8, bytes.length));
    }

    private Path grid() throws IOException {
        return new CfBuilder()
                .dimension("lat", 2)
                .dimension("lon", 3)
                .attribute("title", "five")
                .variable("lat", "lat", List.of(51.0, 50.0), "units", "degrees_north")
                .variable("lon", "lon", List.of(10.0, 11.0, 12.0), "units", "degrees_east")
                .variable("v", "lat lon", List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0))
                .write(folder.resolve("a.nc"));
    }

    /** A header of variables of three bytes in each record. */
    private static byte[] header(int version, int variables, int records, int begin) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("CDF");
        out.write(version);
        number(out, version, records);
        list(out, version, 10, 2);
        dimension(out, version, 0);
        dimension(out, version, 3);
        list(out, version, 0, 0);
        list(out, version, 11, variables);
        for (int i = 0; i < variables; i++) {
            number(out, version, 1);
            out.writeBytes("v\0\0\0");
            number(out, version, 2);
            number(out, version, 0);
            number(out, version, 1);
            list(out, version, 0, 0);
            out.writeInt(1);
            number(out, version, 4);
            if (version == 1) {
                out.writeInt(begin + 4 * i);
            } else {
                out.writeLong(begin + 4 * i);
            }
        }
        return bytes.toByteArray();
    }

    private static void dimension(DataOutputStream out, int version, int length) throws IOException {
        number(out, version, 1);
        out.writeBytes("d\0\0\0");
        number(out, version, length);
    }

    private static void list(DataOutputStream out, int version, int tag, int count) throws IOException {
        out.writeInt(tag);
        number(out, version, count);
    }

    private static void number(DataOutputStream out, int version, int number) throws IOException {
        if (version == 5) {
            out.writeLong(number);
        } else {
            out.writeInt(number);
        }
    }

    private void assertWhole(byte[] bytes) throws IOException {
        assertThatCode(() -> check(bytes)).doesNotThrowAnyException();
    }

    private void assertCutShort(byte[] bytes) {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> check(bytes))
                .withMessageContaining("is cut short: it has %d bytes".formatted(bytes.length));
    }

    private void check(byte[] bytes) throws IOException {
        try (FileBytes file = FileBytes.open(Files.write(folder.resolve("checked.nc"), bytes))) {
            ClassicNetcdf.requireWhole(file, "checked.nc");
        }
    }
}
