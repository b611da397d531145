package io.stacgenerator.internal.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a vendor's products and the bands of its instruments, from a table among the resources whose head says
 * how it is written.
 */
final class KnownFiles {

    private static final Map<String, KnownFiles> TABLES = new ConcurrentHashMap<>();
    private static final String BANDS = "[bands]";
    private static final String ALL_LISTED = "*";
    private static final String[] BAND_FIELDS = {
        "name", "eo:common_name", "eo:center_wavelength", "eo:full_width_half_max"
    };

    private final Map<String, Map<String, Object>> bands = new HashMap<>();
    private final List<KnownFile> files = new ArrayList<>();
    private final Pattern names;

    private KnownFiles(String table) {
        boolean inBands = false;
        for (String line : table.lines().toList()) {
            if (line.startsWith("[")) {
                inBands = line.equals(BANDS);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] row = row(line);
                if (inBands) {
                    bands.put(row[0], band(row));
                } else {
                    files.add(KnownFile.parse(row));
                }
            }
        }
        names = anyOf(files);
    }

    /** Most files are of no vendor: one expression tells so much faster than one after the other. */
    private static Pattern anyOf(List<KnownFile> files) {
        return Pattern.compile(
                files.stream().map(file -> file.name().pattern()).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE);
    }

    /** Returns the table of a vendor, read on first use. */
    static KnownFiles of(String vendor) {
        return TABLES.computeIfAbsent(vendor, KnownFiles::read);
    }

    private static KnownFiles read(String vendor) {
        String resource = vendor + ".txt";
        try (InputStream in = requireNonNull(KnownFiles.class.getResourceAsStream(resource), resource)) {
            return new KnownFiles(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + resource, e);
        }
    }

    /** A bar between blanks ends a column; one without is part of an expression. */
    private static String[] row(String line) {
        return Stream.of(line.split("(?<=\\s)\\|(?=\\s|$)", -1))
                .map(String::strip)
                .toArray(String[]::new);
    }

    private static Map<String, Object> band(String[] row) {
        Map<String, Object> band = new LinkedHashMap<>();
        band.put(BAND_FIELDS[0], row[0].substring(row[0].indexOf(':') + 1));
        for (int i = 1; i < row.length; i++) {
            if (!row[i].isEmpty()) {
                band.put(BAND_FIELDS[i], i == 1 ? row[i] : Double.valueOf(row[i]));
            }
        }
        return band;
    }

    /** Returns what is known of a file. */
    Optional<KnownFile> find(String fileName) {
        return names.matcher(fileName).matches()
                ? files.stream().flatMap(file -> file.match(fileName).stream()).findFirst()
                : Optional.empty();
    }

    /**
     * Returns the assets of those files that are known, by key and without href, because the merge finds them by key.
     *
     * @param fileNames the names of the files of a request
     * @param instrument the instrument that took the bands, or the empty text where the table has but one
     * @param listed the bands that the metadata list, for files whose bands differ from product to product
     */
    Map<String, Object> assets(List<String> fileNames, String instrument, List<String> listed) {
        Map<String, Object> assets = new LinkedHashMap<>();
        for (String fileName : fileNames) {
            find(fileName).ifPresent(file -> {
                Map<String, Object> asset = file.asset();
                List<Object> known =
                        bands(file.bands().equals(List.of(ALL_LISTED)) ? listed : file.bands(), instrument);
                if (!known.isEmpty()) {
                    asset.put("bands", known);
                }
                assets.put(ProductKeys.unique(file.key(), assets.keySet()), asset);
            });
        }
        return assets;
    }

    private List<Object> bands(List<String> names, String instrument) {
        List<Object> known = new ArrayList<>();
        for (String name : names) {
            Map<String, Object> band = bands.get(instrument + ":" + name);
            known.add(
                    new LinkedHashMap<>(band == null ? bands.getOrDefault(name, Map.of(BAND_FIELDS[0], name)) : band));
        }
        return known;
    }
}
