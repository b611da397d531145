package io.stacgenerator.internal.photo;

import io.stacgenerator.internal.field.CommonNames;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes the camera of photographs: into common fields and those of view and eo where these exist, else with the prefix
 * {@code camera}, which no published extension has.
 */
public final class CameraFields {

    private static final double MICROMETERS = 1e-3;
    /** What the lenses of cameras are called besides; none has two bands of either kind. */
    private static final Map<String, String> LENSES =
            Map.of("red edge", "rededge", "rededge", "rededge", "lwir", "lwir");

    private CameraFields() {}

    /**
     * Describes the photographs of an Item. What all have in common is said of the Item, other things of the asset.
     *
     * @param item the Item, whose assets were read
     */
    public static void write(ItemDraft item) {
        Map<AssetDraft, Map<String, Object>> said = new LinkedHashMap<>();
        for (AssetDraft asset : item.rasters()) {
            asset.raster().flatMap(Photograph::of).ifPresent(photograph -> {
                said.put(asset, fields(photograph));
                band(photograph, asset);
            });
        }
        said.forEach((asset, fields) -> fields.forEach((name, value) -> {
            boolean common = said.values().stream().allMatch(other -> value.equals(other.get(name)));
            Map<String, Object> place = common ? item.properties() : asset.fields();
            place.putIfAbsent(name, value);
        }));
    }

    private static Map<String, Object> fields(Photograph photograph) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "platform", photograph.drone().map(CameraFields::lower));
        put(fields, "instruments", photograph.model().map(CameraFields::lower).map(List::of));
        view(photograph, fields);
        put(fields, "camera:make", photograph.make());
        put(fields, "camera:model", photograph.model());
        put(fields, "camera:serial_number", photograph.serialNumber());
        put(fields, "camera:focal_length", photograph.focalLength());
        put(fields, "camera:yaw", photograph.yaw());
        put(fields, "camera:pitch", photograph.pitch());
        put(fields, "camera:roll", photograph.roll());
        put(fields, "camera:altitude", photograph.altitude());
        put(fields, "camera:relative_altitude", photograph.relativeAltitude());
        return fields;
    }

    /**
     * A camera that looks up is outside the range of the view extension; one that looks straight down has no azimuth.
     */
    private static void view(Photograph photograph, Map<String, Object> fields) {
        double pitch = photograph.pitch().orElse(Double.NaN);
        if (pitch >= -90 && pitch <= 0) {
            fields.put("view:off_nadir", 90 + pitch);
            double yaw = photograph.yaw().orElse(Double.NaN);
            if (pitch > -90 && Math.abs(yaw) <= 360) {
                fields.put("view:azimuth", (yaw + 360) % 360);
            }
        }
    }

    /** A camera of several lenses writes a file for each band. */
    private static void band(Photograph photograph, AssetDraft asset) {
        if (asset.bands().size() != 1) {
            return;
        }
        Map<String, Object> band = asset.bands().get(0);
        put(band, "eo:common_name", photograph.band().flatMap(CameraFields::commonName));
        put(band, "eo:center_wavelength", micrometers(photograph.wavelength()));
        put(band, "eo:full_width_half_max", micrometers(photograph.bandwidth()));
    }

    private static Optional<String> commonName(String band) {
        return CommonNames.of(band).or(() -> Optional.ofNullable(LENSES.get(lower(band))));
    }

    private static OptionalDouble micrometers(OptionalDouble nanometers) {
        // rounded to a picometer, without the digits that the factor adds
        return nanometers.isPresent()
                ? OptionalDouble.of(Math.rint(nanometers.getAsDouble() * MICROMETERS * 1e6) / 1e6)
                : nanometers;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> fields, String name, Optional<?> value) {
        value.ifPresent(present -> fields.put(name, present));
    }

    private static void put(Map<String, Object> fields, String name, OptionalDouble value) {
        value.ifPresent(number -> fields.put(name, number));
    }
}
