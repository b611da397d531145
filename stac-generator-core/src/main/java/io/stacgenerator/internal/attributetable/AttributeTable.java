package io.stacgenerator.internal.attributetable;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.RasterBand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A raster attribute table, as GDAL and ArcGIS keep it: a row for each value of a band. Not thread-safe. */
public final class AttributeTable {

    /** No more values are classes; it bounds what a hostile file makes of two rows. */
    private static final int MOST = 1 << 16;

    /** Tables have some tens; each is looked at in each row. */
    private static final int MOST_COLUMNS = 1000;

    private static final int MINIMUM = 3;

    private static final ColorEntry NO_COLOR = new ColorEntry(0, 0, 0, 0);

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Use, Integer> found = new EnumMap<>(Use.class);
    private double first;
    private double step = 1;

    /** What a column holds, in the numbers of GDAL's GDALRATFieldUsage, and by names that writers give. */
    private enum Use {
        VALUE("value|val|class_?value|gridcode|code", 5, MINIMUM),
        LAST("(?!)", 4, 4), // no name is a sign of it: it counts next to a minimum only
        NAME("(class_?|category_?|type_?)?names?|class|category|label|description|desc|land_?cover|legend", 2, 2),
        RED("red|r", 6, 6),
        GREEN("green|g", 7, 7),
        BLUE("blue|b", 8, 8);

        private final Pattern names;
        private final int usage;
        private final int otherUsage;

        Use(String names, int usage, int otherUsage) {
            this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
            this.usage = usage;
            this.otherUsage = otherUsage;
        }
    }

    private record Column(String name, int usage) {}

    /**
     * Adds a column.
     *
     * @param name its name
     * @param usage a number of GDAL's GDALRATFieldUsage; 0 where nothing is said
     */
    public void addColumn(String name, int usage) {
        if (columns.size() < MOST_COLUMNS) {
            columns.add(new Column(name.strip(), usage));
            found.clear();
        }
    }

    /**
     * Adds a row.
     *
     * @param cells a text for each column
     */
    public void addRow(List<String> cells) {
        if (rows.size() < MOST) {
            rows.add(cells);
        }
    }

    /**
     * Says which values rows stand for where no column does.
     *
     * @param first the value of the first row; 0 by default
     * @param step the distance of values; 1 by default
     */
    public void binning(double first, double step) {
        this.first = first;
        this.step = step;
    }

    /**
     * Adds the names of the values to a band, and their colors where the table has them.
     *
     * @param band the band; it stays as it is where no column has names
     * @param warnings takes which values cannot be those of classes
     */
    public void describe(RasterBand.Builder band, List<Warning> warnings) {
        int name = names();
        if (name < 0) {
            return;
        }
        List<String> categories = new ArrayList<>();
        List<ColorEntry> colors = new ArrayList<>();
        List<String> others = new ArrayList<>();
        double scale = shares() ? 255 : 1;
        for (int row = 0; row < rows.size(); row++) {
            int value = value(row);
            if (value >= 0 && !ranges(row)) {
                put(categories, value, cell(row, name), "");
                put(colors, value, color(row, scale), NO_COLOR);
            } else if (!cell(row, name).isEmpty()) {
                others.add(told(row));
            }
        }
        if (!others.isEmpty()) {
            warnings.add(new Warning(
                    "attribute-table-values",
                    "an attribute table names %d values that are not single integers from 0 to %d, such as '%s'; left out"
                            .formatted(others.size(), MOST - 1, others.get(0))));
        }
        if (categories.stream().allMatch(String::isBlank)) {
            return;
        }
        band.categories(categories);
        if (colors.stream().anyMatch(color -> !color.equals(NO_COLOR))) {
            band.colorTable(colors);
        }
    }

    private static <T> void put(List<T> list, int index, T element, T gap) {
        if (list.size() <= index) {
            list.addAll(Collections.nCopies(index + 1 - list.size(), gap));
        }
        list.set(index, element);
    }

    private int column(Use use) {
        return found.computeIfAbsent(use, this::find);
    }

    private int find(Use use) {
        for (int usage : List.of(use.usage, use.otherUsage)) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).usage() == usage) {
                    return i;
                }
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (use.names.matcher(columns.get(i).name()).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** Vendors name the column after their product, such as {@code EVT_NAME}; or it is the only one of text. */
    private int names() {
        int column = column(Use.NAME);
        List<Integer> texts =
                IntStream.range(0, columns.size()).filter(this::isText).boxed().toList();
        return column >= 0
                ? column
                : texts.stream()
                        .filter(each -> columns.get(each)
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .endsWith("_name"))
                        .findFirst()
                        .orElse(texts.size() == 1 ? texts.get(0) : -1);
    }

    private boolean isText(int column) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> cell(row, column))
                .anyMatch(cell -> !cell.isEmpty() && number(cell) == null);
    }

    private String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }

    /** Returns the value of a row, or -1 where a class cannot have it here. */
    private int value(int row) {
        int column = column(Use.VALUE);
        Double value = column < 0 ? (Double) (first + row * step) : number(cell(row, column));
        return value != null && value >= 0 && value < MOST && value == Math.rint(value) ? value.intValue() : -1;
    }

    /** Returns whether a row stands for several values, each of which would be a class of its own. */
    private boolean ranges(int row) {
        return !last(row).isEmpty();
    }

    /** Returns where the range of a row ends, empty where it stands for one value. */
    private String last(int row) {
        int column = column(Use.VALUE);
        if (column < 0) {
            return step > 1 ? String.valueOf(first + (row + 1) * step) : "";
        }
        String last = columns.get(column).usage() == MINIMUM ? cell(row, column(Use.LAST)) : "";
        Double number = number(last);
        return number == null || number.equals(number(cell(row, column))) ? "" : last;
    }

    private String told(int row) {
        int column = column(Use.VALUE);
        String value = column < 0 ? String.valueOf(first + row * step) : cell(row, column);
        return ranges(row) ? value + " to " + last(row) : value;
    }

    private ColorEntry color(int row, double scale) {
        Double red = number(cell(row, column(Use.RED)));
        Double green = number(cell(row, column(Use.GREEN)));
        Double blue = number(cell(row, column(Use.BLUE)));
        return red == null || green == null || blue == null
                ? NO_COLOR
                : new ColorEntry(component(scale * red), component(scale * green), component(scale * blue), 255);
    }

    private static int component(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    /** ERDAS has shares of 1 instead of 0 to 255. */
    private boolean shares() {
        boolean fraction = false;
        for (Use use : List.of(Use.RED, Use.GREEN, Use.BLUE)) {
            for (int row = 0; row < rows.size(); row++) {
                Double value = number(cell(row, column(use)));
                if (value != null && value > 1) {
                    return false;
                }
                fraction |= value != null && value != Math.rint(value);
            }
        }
        return fraction;
    }

    private static @Nullable Double number(String text) {
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
