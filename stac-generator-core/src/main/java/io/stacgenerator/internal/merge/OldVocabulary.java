package io.stacgenerator.internal.merge;

import io.stacgenerator.internal.json.JsonPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts the vocabulary of STAC 1.0 to that of 1.1: {@code eo:bands} and {@code raster:bands} to {@code bands},
 * {@code proj:epsg} to {@code proj:code}, the data fields of the file extension 1.0 and {@code color-hint}.
 */
final class OldVocabulary {

    private static final Map<String, Map<String, String>> BAND_ARRAYS = Map.of(
            "eo:bands",
            renamed("eo:", "common_name", "center_wavelength", "full_width_half_max", "solar_illumination"),
            "raster:bands",
            renamed("raster:", "sampling", "bits_per_sample", "spatial_resolution", "scale", "offset", "histogram"));
    private static final Map<String, String> FILE_FIELDS = Map.of(
            "file:data_type", "data_type",
            "file:nodata", "nodata",
            "file:unit", "unit",
            "file:bits_per_sample", "raster:bits_per_sample");

    private final Notes notes;

    OldVocabulary(Notes notes) {
        this.notes = notes;
    }

    /** Converts a document in place and returns the assets whose bands were converted. */
    List<Map<String, Object>> upgrade(Map<String, Object> document) {
        boolean properties = JsonValues.object(document.get("properties"))
                .filter(fields -> upgrade(fields, "/properties"))
                .isPresent();
        List<Map<String, Object>> assets = new ArrayList<>();
        JsonValues.object(document.get("assets"))
                .ifPresent(all -> all.forEach((key, asset) -> JsonValues.object(asset)
                        .filter(fields -> upgrade(fields, JsonPointer.to("/assets", key)))
                        .ifPresent(assets::add)));
        if (properties || !assets.isEmpty()) {
            notes.add(NoteCode.UPGRADED_BANDS, "", "the band arrays of STAC 1.0 were converted to bands");
        }
        return assets;
    }

    /** Converts an object and tells whether it had band arrays. */
    private boolean upgrade(Map<String, Object> fields, String pointer) {
        epsg(fields, pointer);
        FILE_FIELDS.forEach((old, name) -> fileField(fields, old, name));
        colorHints(fields);
        boolean bands = bands(fields, pointer);
        JsonValues.array(fields.get("bands"))
                .orElse(List.of())
                .forEach(band -> JsonValues.object(band).ifPresent(OldVocabulary::colorHints));
        return bands;
    }

    private void epsg(Map<String, Object> fields, String pointer) {
        if (!fields.containsKey("proj:epsg")) {
            return;
        }
        Object epsg = fields.remove("proj:epsg");
        if (epsg == null) {
            fields.putIfAbsent("proj:code", null);
            return;
        }
        Optional<Number> code = NumberText.parse(epsg.toString()).flatMap(NumberText::integer);
        if (code.isPresent()) {
            fields.putIfAbsent("proj:code", "EPSG:" + code.get());
        } else {
            notes.add(
                    NoteCode.INVALID_TYPE,
                    JsonPointer.to(pointer, "proj:epsg"),
                    "%s is no EPSG code and was dropped",
                    epsg);
        }
    }

    private static void fileField(Map<String, Object> fields, String old, String name) {
        if (fields.containsKey(old)) {
            Object value = fields.remove(old);
            boolean single = value instanceof List<?> list && list.size() == 1;
            fields.putIfAbsent(name, single ? ((List<?>) value).get(0) : value);
        }
    }

    private boolean bands(Map<String, Object> fields, String pointer) {
        List<List<Object>> arrays = new ArrayList<>();
        for (String old : List.of("raster:bands", "eo:bands")) {
            JsonValues.array(fields.get(old))
                    .map(entries -> converted(entries, BAND_ARRAYS.getOrDefault(old, Map.of())))
                    .ifPresent(bands -> {
                        fields.remove(old);
                        arrays.add(bands);
                    });
        }
        if (!arrays.isEmpty()) {
            JsonValues.array(fields.get("bands")).ifPresent(arrays::add);
            united(arrays).ifPresentOrElse(bands -> fields.put("bands", bands), () -> mismatch(fields, pointer));
        }
        return !arrays.isEmpty();
    }

    private void mismatch(Map<String, Object> fields, String pointer) {
        notes.add(
                NoteCode.BANDS_MISMATCH,
                JsonPointer.to(pointer, "bands"),
                "the band arrays of STAC 1.0 differ in length; what does not fit %s was dropped",
                fields.getOrDefault("bands", "them"));
    }

    /** Unites arrays by index, later ones taking precedence; empty when their lengths differ. */
    private static Optional<List<Object>> united(List<List<Object>> arrays) {
        int size = arrays.get(0).size();
        if (arrays.stream().anyMatch(array -> array.size() != size)) {
            return Optional.empty();
        }
        List<Object> bands = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Map<String, Object> band = new LinkedHashMap<>();
            for (List<Object> array : arrays) {
                JsonValues.object(array.get(i)).ifPresent(band::putAll);
            }
            bands.add(band);
        }
        return Optional.of(bands);
    }

    private static List<Object> converted(List<Object> entries, Map<String, String> names) {
        List<Object> bands = new ArrayList<>();
        for (Object entry : entries) {
            Map<String, Object> band = new LinkedHashMap<>();
            JsonValues.object(entry)
                    .ifPresent(old -> old.forEach((name, value) -> band.put(names.getOrDefault(name, name), value)));
            bands.add(band);
        }
        return bands;
    }

    private static void colorHints(Map<String, Object> fields) {
        JsonValues.array(fields.get("classification:classes")).ifPresent(OldVocabulary::classColors);
        JsonValues.array(fields.get("classification:bitfields"))
                .orElse(List.of())
                .forEach(bitfield -> JsonValues.object(bitfield)
                        .flatMap(object -> JsonValues.array(object.get("classes")))
                        .ifPresent(OldVocabulary::classColors));
    }

    private static void classColors(List<Object> classes) {
        for (Object entry : classes) {
            JsonValues.object(entry).ifPresent(object -> {
                if (object.remove("color-hint") instanceof String color) {
                    object.putIfAbsent("color_hint", color.startsWith("#") ? color.substring(1) : color);
                }
            });
        }
    }

    private static Map<String, String> renamed(String prefix, String... names) {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (String name : names) {
            renamed.put(name, prefix + name);
        }
        return renamed;
    }
}
