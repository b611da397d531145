package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.attributetable.AttributeTable;
import io.stacgenerator.spi.raster.ColorEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What an {@code .aux.xml} says of a band. */
final class AuxXmlBand {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<ColorEntry> colorTable = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private AttributeTable attributes = new AttributeTable();
    private List<String> row = new ArrayList<>();

    void put(String element, String text) {
        texts.put(element, text);
    }

    void addCategory(String name) {
        categories.add(name.strip());
    }

    void addColors(List<ColorEntry> colors) {
        colorTable.addAll(colors);
    }

    void addColor(XMLStreamReader entry) {
        colorTable.add(new ColorEntry(
                component(entry, "c1", 0),
                component(entry, "c2", 0),
                component(entry, "c3", 0),
                component(entry, "c4", 255)));
    }

    private static int component(XMLStreamReader entry, String name, int absent) {
        String value = entry.getAttributeValue(null, name);
        return value == null || !value.matches("\\d{1,3}") ? absent : Math.min(Integer.parseInt(value), 255);
    }

    void beginTable(XMLStreamReader table) {
        attributes = new AttributeTable();
        Double first = AuxXml.number(table, "Row0Min");
        Double step = AuxXml.number(table, "BinSize");
        if (first != null && step != null) {
            attributes.binning(first, step);
        }
    }

    void addColumn(String name, String usage) {
        attributes.addColumn(name, usage.strip().matches("\\d{1,2}") ? Integer.parseInt(usage.strip()) : 0);
    }

    void addRow() {
        row = new ArrayList<>();
        attributes.addRow(row);
    }

    void addCell(String text) {
        row.add(text);
    }

    /** Returns the raster attribute table, which may be empty. */
    AttributeTable attributes() {
        return attributes;
    }

    /** Returns the text of an element, or null: {@code Description}, {@code UnitType} and so on. */
    @Nullable String text(String element) {
        String text = texts.get(element);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Returns the number in an element, or null. */
    @Nullable Double number(String element) {
        String text = text(element);
        return text == null ? null : GdalNumber.parse(text);
    }

    /** Returns the nodata value where there is one, or null. */
    @Nullable String nodata() {
        return text("NoDataValue");
    }

    Map<String, String> metadata() {
        return metadata;
    }

    List<ColorEntry> colorTable() {
        return colorTable;
    }

    List<String> categories() {
        return categories;
    }
}
