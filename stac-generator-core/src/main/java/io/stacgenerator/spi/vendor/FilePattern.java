package io.stacgenerator.spi.vendor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** A row of files in a table of products. */
record FilePattern(
        NameExpression name, String key, String title, String gsd, Map<String, Object> fields, List<String> bands) {

    static FilePattern of(String[] row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("roles", List.copyOf(words(ProductRows.cell(row, 3))));
        number(fields, "raster:scale", ProductRows.cell(row, 6));
        number(fields, "raster:offset", ProductRows.cell(row, 7));
        number(fields, "nodata", ProductRows.cell(row, 8));
        String unit = ProductRows.cell(row, 9);
        if (!unit.isEmpty()) {
            fields.put("unit", unit);
        }
        return new FilePattern(
                new NameExpression(row[0]),
                row[1],
                ProductRows.cell(row, 2),
                ProductRows.cell(row, 4),
                fields,
                words(ProductRows.cell(row, 5)));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static void number(Map<String, Object> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, Double.valueOf(text));
        }
    }

    Optional<ProductFile> match(FileName fileName) {
        return name.match(fileName).map(matcher -> file(fileName.text(), matcher));
    }

    private ProductFile file(String fileName, Matcher matcher) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (!title.isEmpty()) {
            members.put("title", matcher.replaceFirst(title));
        }
        members.putAll(fields);
        number(members, "gsd", matcher.replaceFirst(gsd));
        return new ProductFile(fileName, matcher.replaceFirst(key).toLowerCase(Locale.ROOT), members, bands);
    }
}
