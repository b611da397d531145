package io.stacgenerator.internal.proj;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Ntv2GridTest {

    private static final Offset<Double> MILLIMETER = within(1e-8);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    /** A grid of 2 by 2 degrees north-east of 10 east, 50 north, where the shift in seconds is linear. */
    private byte[] grid() {
        header(2, "SECONDS");
        part(50, 52, 10, 12, 1, 0);
        part(51, 52, 11, 12, 0.5, 36);
        return file.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void shiftsAreInterpolated(String name) throws IOException {
        order = name.startsWith("B") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Ntv2Grid grid = read(grid());

        Ntv2Grid.Position shifted = grid.shift(10.25, 50.75).orElseThrow();

        assertThat(shifted.longitude()).isCloseTo(10.25 + 10.25 / 3600, MILLIMETER);
        assertThat(shifted.latitude()).isCloseTo(50.75 + 50.75 / 3600, MILLIMETER);
    }

    @Test
    void gridWithinAnotherCounts() throws IOException {
        Ntv2Grid.Position shifted = read(grid()).shift(11.6, 51.3).orElseThrow();

        assertThat(shifted.latitude()).isCloseTo(51.3 + (51.3 + 36) / 3600, MILLIMETER);
    }

    @Test
    void inverseLeadsBack() throws IOException {
        Ntv2Grid grid = read(grid());
        Ntv2Grid.Position there = grid.shift(10.3, 51.2).orElseThrow();

        Ntv2Grid.Position back =
                grid.unshift(there.longitude(), there.latitude()).orElseThrow();

        assertThat(back.longitude()).isCloseTo(10.3, within(1e-10));
        assertThat(back.latitude()).isCloseTo(51.2, within(1e-10));
    }

    @Test
    void outsideThereIsNoShift() throws IOException {
        Ntv2Grid grid = read(grid());

        assertThat(grid.shift(9.99, 51)).isEmpty();
        assertThat(grid.shift(11, 52.01)).isEmpty();
        assertThat(grid.shift(Double.NaN, 51)).isEmpty();
        assertThat(grid.unshift(13, 51)).isEmpty();
        assertThat(grid.contains(10, 50)).isTrue();
        assertThat(grid.shift(12, 52)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 16, 100, 176, 300, 400})
    void whatIsCutOffIsRefused(int length) {
        byte[] whole = grid();

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, length)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a grid in the format NTv2");
    }

    @Test
    void otherUnitsAreRefused() {
        header(0, "MINUTES");

        assertThatThrownBy(() -> read(file.toByteArray())).hasMessageContaining("MINUTES");
    }

    private Ntv2Grid read(byte[] bytes) throws IOException {
        return Ntv2Grid.read(Files.write(folder.resolve("grid.gsb"), bytes));
    }

    private void header(int grids, String unit) {
        number("NUM_OREC", 11);
        number("NUM_SREC", 11);
        number("NUM_FILE", grids);
        text("GS_TYPE ", unit);
        text("VERSION ", "1");
        text("SYSTEM_F", "A");
        text("SYSTEM_T", "B");
        for (String axis : new String[] {"MAJOR_F ", "MINOR_F ", "MAJOR_T ", "MINOR_T "}) {
            number(axis, 6_378_000.0);
        }
    }

    private void part(double south, double north, double west, double east, double step, double more) {
        int rows = (int) ((north - south) / step) + 1;
        int columns = (int) ((east - west) / step) + 1;
        text("SUB_NAME", "GRID");
        text("PARENT  ", "NONE");
        text("CREATED ", "");
        text("UPDATED ", "");
        number("S_LAT   ", south * 3600);
        number("N_LAT   ", north * 3600);
        number("E_LONG  ", -east * 3600);
        number("W_LONG  ", -west * 3600);
        number("LAT_INC ", step * 3600);
        number("LONG_INC", step * 3600);
        number("GS_COUNT", rows * columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double latitude = south + row * step;
                double longitude = east - column * step;
                put(ByteBuffer.allocate(16)
                        .order(order)
                        .putFloat((float) (latitude + more))
                        .putFloat((float) -(longitude + more)));
            }
        }
    }

    private void text(String name, String value) {
        put(ByteBuffer.allocate(16).put("%-8s%-8s".formatted(name, value).getBytes(US_ASCII)));
    }

    private void number(String name, int value) {
        put(ByteBuffer.allocate(16).order(order).put(name.getBytes(US_ASCII)).putInt(value));
    }

    private void number(String name, double value) {
        put(ByteBuffer.allocate(16).order(order).put(name.getBytes(US_ASCII)).putDouble(value));
    }

    private void put(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.clear().get(bytes);
        file.writeBytes(bytes);
    }
}
