package io.stacgenerator.internal.geotiff;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rational polynomial coefficients that vendors write next to an image: {@code .RPB} of DigitalGlobe, with
 * statements such as {@code lineOffset = 12;}, and {@code _RPC.TXT} of others, with lines such as
 * {@code LINE_NUM_COEFF_1: 0.5}. They come under the names of GDAL's domain RPC.
 */
final class RpcFile {

    private static final String DOMAIN = "RPC:";
    private static final int COEFFICIENTS = 20;

    /** Names of numbers in RPB files, and those of GDAL. */
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("errBias", "ERR_BIAS"),
            Map.entry("errRand", "ERR_RAND"),
            Map.entry("lineOffset", "LINE_OFF"),
            Map.entry("sampOffset", "SAMP_OFF"),
            Map.entry("latOffset", "LAT_OFF"),
            Map.entry("longOffset", "LONG_OFF"),
            Map.entry("heightOffset", "HEIGHT_OFF"),
            Map.entry("lineScale", "LINE_SCALE"),
            Map.entry("sampScale", "SAMP_SCALE"),
            Map.entry("latScale", "LAT_SCALE"),
            Map.entry("longScale", "LONG_SCALE"),
            Map.entry("heightScale", "HEIGHT_SCALE"));

    private static final Map<String, String> POLYNOMIALS = Map.of(
            "lineNumCoef", "LINE_NUM_COEFF",
            "lineDenCoef", "LINE_DEN_COEFF",
            "sampNumCoef", "SAMP_NUM_COEFF",
            "sampDenCoef", "SAMP_DEN_COEFF");

    private RpcFile() {}

    /** Reads either form; empty where the text is neither, or not whole. */
    static Map<String, String> parse(String text) {
        Map<String, String> read = text.contains("lineNumCoef") ? statements(text) : lines(text);
        boolean whole = NUMBERS.values().stream()
                        .filter(name -> !name.startsWith("ERR_"))
                        .allMatch(name -> read.containsKey(DOMAIN + name))
                && POLYNOMIALS.values().stream().allMatch(name -> read.containsKey(DOMAIN + name));
        return whole ? read : Map.of();
    }

    private static Map<String, String> statements(String text) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String statement : text.split(";", -1)) {
            int equals = statement.lastIndexOf('=');
            if (equals > 0) {
                String before = statement.substring(0, equals).strip();
                String name = before.substring(lastBlank(before) + 1);
                String value = statement.substring(equals + 1).strip();
                if (NUMBERS.containsKey(name)) {
                    putNumber(read, NUMBERS.get(name), value);
                } else if (POLYNOMIALS.containsKey(name)) {
                    String inner = value.replace('(', ' ').replace(')', ' ').strip();
                    putNumbers(read, POLYNOMIALS.get(name), Arrays.asList(inner.split(",", COEFFICIENTS + 1)));
                }
            }
        }
        return read;
    }

    private static int lastBlank(String text) {
        int at = text.length() - 1;
        while (at >= 0 && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String value = line.substring(colon + 1).strip();
                int blank = value.indexOf(' ');
                values.put(line.substring(0, colon).strip(), blank < 0 ? value : value.substring(0, blank));
            }
        });
        Map<String, String> read = new LinkedHashMap<>();
        for (String name : NUMBERS.values()) {
            putNumber(read, name, values.get(name));
        }
        for (String name : POLYNOMIALS.values()) {
            putNumbers(
                    read,
                    name,
                    IntStream.rangeClosed(1, COEFFICIENTS)
                            .mapToObj(i -> values.getOrDefault(name + "_" + i, ""))
                            .toList());
        }
        return read;
    }

    private static void putNumber(Map<String, String> into, String name, @Nullable String value) {
        Double number = value == null ? null : GdalNumber.parse(value);
        if (number != null) {
            into.put(DOMAIN + name, number.toString());
        }
    }

    private static void putNumbers(Map<String, String> into, String name, List<String> values) {
        List<Double> numbers =
                values.stream().map(value -> GdalNumber.parse(value.strip())).toList();
        if (numbers.size() == COEFFICIENTS && numbers.stream().allMatch(number -> number != null)) {
            into.put(DOMAIN + name, numbers.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }
}
