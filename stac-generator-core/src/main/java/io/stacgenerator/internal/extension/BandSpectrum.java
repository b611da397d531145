package io.stacgenerator.internal.extension;

import io.stacgenerator.internal.field.CommonNames;
import io.stacgenerator.spi.raster.RasterBand;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The spectrum of a band by its description and tags.
 *
 * <p>The tags are those of the IMAGERY domain of GDAL, those that its driver for Sentinel-2 gives, and those of ENVI
 * headers.
 */
final class BandSpectrum {

    private static final List<String> CENTER = List.of("WAVELENGTH");
    private static final List<String> WIDTH = List.of("FWHM", "BANDWIDTH");
    private static final Map<String, Double> MICROMETERS = Map.of(
            "um", 1.0,
            "µm", 1.0,
            "micrometers", 1.0,
            "micrometres", 1.0,
            "microns", 1.0,
            "nm", 1e-3,
            "nanometers", 1e-3,
            "nanometres", 1e-3);

    private final Map<String, String> tags = new HashMap<>();

    /** Micrometers from soft X-rays to microwaves, so that lengths in nanometers are not taken for these. */
    static final double SHORTEST = 0.001;

    static final double LONGEST = 200;

    private BandSpectrum(RasterBand band) {
        band.metadata().forEach((name, value) -> tags.put(name.toUpperCase(Locale.ROOT), value));
    }

    /** Returns the common name that the description of a band means; empty when it is not clear. */
    static Optional<String> commonName(RasterBand band) {
        return band.description().flatMap(CommonNames::of);
    }

    /** Returns the fields of a band. */
    static Map<String, Object> of(RasterBand band) {
        BandSpectrum spectrum = new BandSpectrum(band);
        Map<String, Object> fields = new LinkedHashMap<>();
        put(
                fields,
                "eo:center_wavelength",
                spectrum.micrometers("IMAGERY:CENTRAL_WAVELENGTH_UM", CENTER)
                        .filter(length -> length >= SHORTEST && length <= LONGEST));
        put(fields, "eo:full_width_half_max", spectrum.micrometers("IMAGERY:FWHM_UM", WIDTH));
        if ("W/m2/um".equals(spectrum.tags.get("SOLAR_IRRADIANCE_UNIT"))) {
            put(fields, "eo:solar_illumination", number(spectrum.tags.get("SOLAR_IRRADIANCE")));
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Optional<Double> number) {
        number.filter(value -> value > 0).ifPresent(value -> fields.put(name, value));
    }

    private Optional<Double> micrometers(String inMicrometers, List<String> names) {
        return number(tags.get(inMicrometers))
                .or(() ->
                        names.stream().flatMap(name -> withUnit(name).stream()).findFirst());
    }

    /** Without a unit a length means nothing. ENVI has one unit for all lengths. */
    private Optional<Double> withUnit(String name) {
        String unit = tags.getOrDefault(name + "_UNIT", tags.getOrDefault("WAVELENGTH_UNITS", ""));
        Double factor = MICROMETERS.get(unit.strip().toLowerCase(Locale.ROOT));
        return factor == null
                ? Optional.empty()
                : number(tags.get(name)).map(length -> Math.rint(length * factor * 1e7) / 1e7);
    }

    private static Optional<Double> number(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(String::strip)
                    .map(Double::valueOf)
                    .filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
