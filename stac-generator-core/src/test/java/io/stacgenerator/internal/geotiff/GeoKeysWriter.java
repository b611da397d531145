package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.crs.GeoKeys;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes GeoKeys from text: {@code 3075=8 3084=10.5 3073='My grid|'}; a value with a point is a double. */
public final class GeoKeysWriter {

    private GeoKeysWriter() {}

    /** The values of the three tags. */
    private record Tags(List<Double> directory, List<Double> numbers, String text) {}

    static TiffImage write(TiffImage image, String keys) {
        Tags tags = tags(keys);
        return image.tag(TagId.GEO_KEY_DIRECTORY, FieldType.SHORT, array(tags.directory()))
                .tag(TagId.GEO_DOUBLE_PARAMS, FieldType.DOUBLE, array(tags.numbers()))
                .text(TagId.GEO_ASCII_PARAMS, tags.text());
    }

    public static GeoKeys keys(String keys) {
        Tags tags = tags(keys);
        long[] directory =
                tags.directory().stream().mapToLong(Double::longValue).toArray();
        return GeoKeys.of(directory, array(tags.numbers()), tags.text()).orElseThrow();
    }

    private static Tags tags(String keys) {
        Map<Integer, String> sorted = new TreeMap<>();
        for (String pair : keys.strip().split(" (?=\\d+=)", -1)) {
            sorted.put(Integer.parseInt(pair.substring(0, pair.indexOf('='))), pair.substring(pair.indexOf('=') + 1));
        }
        List<Double> directory = new ArrayList<>(List.of(1.0, 1.0, 0.0, (double) sorted.size()));
        List<Double> numbers = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        sorted.forEach((key, value) -> {
            if (value.startsWith("'")) {
                String citation = value.substring(1, value.length() - 1);
                add(directory, key, TagId.GEO_ASCII_PARAMS, citation.length(), text.length());
                text.append(citation);
            } else if (value.contains(".")) {
                add(directory, key, TagId.GEO_DOUBLE_PARAMS, 1, numbers.size());
                numbers.add(Double.valueOf(value));
            } else {
                add(directory, key, 0, 1, Integer.parseInt(value));
            }
        });
        return new Tags(directory, numbers, text.toString());
    }

    private static void add(List<Double> directory, double... entry) {
        for (double number : entry) {
            directory.add(number);
        }
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
