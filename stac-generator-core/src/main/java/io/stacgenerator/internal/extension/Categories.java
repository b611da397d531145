package io.stacgenerator.internal.extension;

import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.RasterBand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes of a band whose values have category names; a color table alone names nothing. */
final class Categories {

    private final RasterBand band;
    private final Set<String> names = new HashSet<>();

    private Categories(RasterBand band) {
        this.band = band;
    }

    /** Returns {@code classification:classes}; none when no value has a name. */
    static List<Map<String, Object>> of(RasterBand band) {
        Categories categories = new Categories(band);
        List<Map<String, Object>> classes = new ArrayList<>();
        for (int value = 0; value < band.categories().size(); value++) {
            if (!band.categories().get(value).isBlank()) {
                classes.add(categories.category(value));
            }
        }
        return classes;
    }

    private Map<String, Object> category(int value) {
        String title = band.categories().get(value).strip();
        String name = name(title, value);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", value);
        json.put("name", name);
        if (!title.equals(name)) {
            json.put("title", title);
        }
        if (value < band.colorTable().size()) {
            json.put("color_hint", hex(band.colorTable().get(value)));
        }
        if (band.nodata().filter(nodata -> nodata.doubleValue() == value).isPresent()) {
            json.put("nodata", true);
        }
        return json;
    }

    /** A name has letters of ASCII, digits, - and _ only. */
    private String name(String title, int value) {
        String word = title.replaceAll("[^0-9A-Za-z_-]+", "_").replaceAll("^_++|(?<!_)_++$", "");
        String name = word.isEmpty() || names.contains(word) ? (word + "_" + value).replaceFirst("^_", "class_") : word;
        names.add(name);
        return name;
    }

    private static String hex(ColorEntry color) {
        return "%02x%02x%02x".formatted(color.red(), color.green(), color.blue());
    }
}
