package io.stacgenerator.internal.attributetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.RasterBand;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributeTableTest {

    private final AttributeTable table = new AttributeTable();
    private final List<Warning> warnings = new ArrayList<>();

    @Test
    @Timeout(20)
    void takesTimeInProportionToItsRows() {
        List.of("Value", "Name", "Red", "Green", "Blue").forEach(name -> table.addColumn(name, 0));
        for (int i = 0; i < 1 << 16; i++) {
            table.addRow(List.of("" + i, "class", "0.5", "0", "1"));
        }

        assertThat(described().colorTable()).hasSize(1 << 16).contains(new ColorEntry(128, 0, 255, 255));
    }

    /** Cells without bytes would make a table of any size out of a short file. */
    @Test
    void fieldsWithoutLengthMakeNoTable() {
        ByteBuffer dbf = ByteBuffer.allocate(97).order(ByteOrder.LITTLE_ENDIAN);
        dbf.putInt(4, 1)
                .putShort(8, (short) 65)
                .putShort(10, (short) 1)
                .put(32, (byte) 'a')
                .put(64, (byte) 0x0d);

        assertThat(DbfTable.read(dbf)).isEmpty();
        assertThat(DbfTable.read(dbf.put(48, (byte) 1).putShort(10, (short) 2))).isPresent();
    }

    private RasterBand described() {
        RasterBand.Builder band = RasterBand.builder(DataType.UINT8);
        table.describe(band, warnings);
        return band.build();
    }

    @ParameterizedTest
    @CsvSource({
        "Value, 0, Class_Name, 0",
        "VALUE, 0, CLASSNAME, 0",
        "GRIDCODE, 0, Label, 0",
        "x, 5, y, 2",
        "x, 3, y, 2",
        "Value, 0, Land_Cover, 0",
        "VALUE, 0, EVT_NAME, 0",
        "VALUE, 0, Habitat, 0"
    })
    void columnsAreKnownByUsageOrName(String value, int valueUsage, String name, int nameUsage) {
        table.addColumn("OID", 0);
        table.addColumn(value, valueUsage);
        table.addColumn("Count", 1);
        table.addColumn(name, nameUsage);
        table.addRow(List.of("0", "3", "17", "Forest"));
        table.addRow(List.of("1", "1", "4", " Water "));

        assertThat(described().categories()).containsExactly("", "Water", "", "Forest");
        assertThat(warnings).isEmpty();
        assertThat(described().colorTable()).isEmpty();
    }

    @Test
    void rowsStandForTheirValuesWhereNoColumnDoes() {
        table.addColumn("Class_Names", 2);
        table.binning(10, 1);
        table.addRow(List.of("a"));
        table.addRow(List.of("b"));

        assertThat(described().categories()).hasSize(12).endsWith("a", "b");
        assertThat(warnings).isEmpty();
    }

    @Test
    void rowsThatStandForRangesAreLeftOutWithAWarning() {
        table.addColumn("Class_Names", 2);
        table.binning(10, 5);
        table.addRow(List.of("a"));
        table.addRow(List.of("b"));

        assertThat(described().categories()).isEmpty();
        assertThat(warnings)
                .extracting(Warning::message)
                .singleElement()
                .asString()
                .contains("'10.0 to 15.0'");
    }

    @Test
    void columnsOfLeastAndGreatestValuesMayStandForOne() {
        table.addColumn("From", 3);
        table.addColumn("To", 4);
        table.addColumn("Name", 2);
        table.addRow(List.of("1", "1.0", "one"));
        table.addRow(List.of("2", "5", "more"));

        assertThat(described().categories()).containsExactly("", "one");
        assertThat(warnings)
                .extracting(Warning::message)
                .singleElement()
                .asString()
                .contains("'2 to 5'");
    }

    @ParameterizedTest
    @CsvSource({"0, 128, 255", "0.0, 0.502, 1.0"})
    void colorsAreOf255OrShares(String red, String green, String blue) {
        table.addColumn("Value", 5);
        table.addColumn("Name", 2);
        table.addColumn("Red", 6);
        table.addColumn("Green", 7);
        table.addColumn("Blue", 8);
        table.addRow(List.of("0", "a", red, green, blue));

        assertThat(described().colorTable()).containsExactly(new ColorEntry(0, 128, 255, 255));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "1.5", "NaN", "many", ""})
    void valuesThatAreNoClassesAreLeftOutWithAWarning(String value) {
        table.addColumn("Value", 5);
        table.addColumn("Name", 2);
        table.addRow(List.of(value, "a"));
        table.addRow(List.of("65535", "b"));

        assertThat(described().categories()).hasSize(65536).doesNotContain("a").endsWith("b");
        assertThat(warnings)
                .containsExactly(new Warning(
                        "attribute-table-values",
                        "an attribute table names 1 values that are not single integers from 0 to 65535, such as '"
                                + value + "'; left out"));
    }

    @Test
    void tableWithoutNamesDescribesNothing() {
        table.addColumn("Value", 5);
        table.addColumn("Count", 1);
        table.addRow(List.of("0", "12"));

        assertThat(described().categories()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void readsTheTableOfArcGis(String charset) {
        RasterBand.Builder band = RasterBand.builder(DataType.UINT8);
        DbfTable.read(ByteBuffer.wrap(dbf(Charset.forName(charset))))
                .orElseThrow()
                .describe(band, warnings);

        assertThat(band.build().categories()).containsExactly("", "W\u00e4lder", "", "Moor");
    }

    @Test
    void readsNoTableOfOtherBytes() {
        byte[] dbf = dbf(StandardCharsets.UTF_8);

        assertThat(DbfTable.read(ByteBuffer.allocate(10))).isEmpty();
        assertThat(DbfTable.read(ByteBuffer.allocate(100))).isEmpty();
        assertThat(DbfTable.read(ByteBuffer.wrap(dbf, 0, dbf.length - 20))).isPresent();
    }

    private static byte[] dbf(Charset charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3).putInt(4, 3).putShort(8, (short) (32 + 2 * 32 + 1)).putShort(10, (short) (1 + 9 + 12));
        out.writeBytes(header.array());
        out.writeBytes(field("VALUE", 'N', 9));
        out.writeBytes(field("CLASS", 'C', 12));
        out.write('\r');
        out.writeBytes(record(' ', "1", "W\u00e4lder", charset));
        out.writeBytes(record('*', "2", "deleted", charset));
        out.writeBytes(record(' ', "3", "Moor", charset));
        return out.toByteArray();
    }

    private static byte[] field(String name, char type, int length) {
        ByteBuffer field = ByteBuffer.allocate(32);
        field.put(name.getBytes(StandardCharsets.US_ASCII)).put(11, (byte) type).put(16, (byte) length);
        return field.array();
    }

    private static byte[] record(char mark, String value, String name, Charset charset) {
        ByteBuffer row = ByteBuffer.allocate(22);
        Arrays.fill(row.array(), (byte) ' ');
        row.put((byte) mark).put(value.getBytes(charset)).position(10).put(name.getBytes(charset));
        return row.array();
    }
}
