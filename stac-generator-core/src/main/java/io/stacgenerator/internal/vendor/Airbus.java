package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the DIMAP 2 of Airbus: {@code DIM_*.XML} of Pléiades, Pléiades Neo, SPOT 6 and 7 and PerúSAT-1 (Airbus, user
 * guides of these products, their appendices on the DIMAP metadata).
 */
public final class Airbus implements Vendor {

    private static final ProductTable PRODUCTS = ProductTable.of(() -> Airbus.class.getResourceAsStream("airbus.txt"));
    private static final String OF_PAN = "(?i)DIM_(\\w+?_P|PNEO\\d_(?:[A-Z]+_)?\\d+_PAN)_.+\\.XML";
    private static final double NANOMETERS = 1e-3;

    /** Of reflectances, in all products. */
    private static final double QUANTIFICATION = 1e-4;

    private static final Map<String, Mission> MISSIONS = Map.of(
            "PHR", new Mission("pleiades", "hiri"),
            "PNEO", new Mission("pleiades-neo", "pneo-imager"),
            "SPOT", new Mission("spot", "naomi"),
            "PER", new Mission("perusat", "naomi"));

    /** A family of satellites by the names that STAC gives it. */
    private record Mission(String constellation, String instrument) {}

    @Override
    public String id() {
        return "airbus";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Section center = center(said);
        Optional<Double> gsd = gsd(said, center);
        if (item.fileName().matches(OF_PAN) || !item.hasMetadata(OF_PAN)) {
            product(said, item);
            item.set("gsd", gsd);
        }
        item.set("datetime", center.text("TIME").map(PartialItem::utc).or(() -> imaged(said)));
        platform(said.part("Strip_Source"), item);
        item.number(center, "view:incidence_angle", "INCIDENCE_ANGLE");
        item.number(center, "view:off_nadir", "VIEWING_ANGLE");
        if (said.text("METADATA_PROFILE")
                .filter(profile -> profile.startsWith("PHR"))
                .isEmpty()) {
            item.number(center, "view:azimuth", "AZIMUTH_ANGLE", PartialItem::azimuth);
        }
        item.number(center, "view:sun_azimuth", "SUN_AZIMUTH", PartialItem::azimuth);
        item.number(center, "view:sun_elevation", "SUN_ELEVATION");
        item.set("processing:level", said.text("PROCESSING_LEVEL"));
        item.set("processing:facility", said.text("PROCESSING_CENTER"));
        item.set("license", "other");
        item.provider("Airbus Defence and Space", "https://intelligence.airbus.com/", "producer", "licensor");
        outline(said).ifPresent(item::outline);
        item.set("proj:code", code(said));
        item.assets("", List.of()).forEach(asset -> asset(asset, said, gsd));
    }

    /** The angles of the middle of the image; products name it in the first place or in between. */
    private static Section center(Section said) {
        return said.all("Located_Geometric_Values")
                .filter(place -> place.text("LOCATION_TYPE").orElse("").equals("Center"))
                .findFirst()
                .orElseGet(() -> said.part("Located_Geometric_Values"));
    }

    private static Optional<String> imaged(Section said) {
        return said.text("IMAGING_DATE")
                .flatMap(date -> said.text("IMAGING_TIME").map(time -> PartialItem.utc(date + "T" + time)));
    }

    private static void platform(Section source, PartialItem item) {
        Optional<Mission> mission = source.text("MISSION").map(MISSIONS::get);
        item.set("constellation", mission.map(Mission::constellation));
        item.set("instruments", mission.map(Mission::instrument).map(List::of));
        mission.ifPresent(known -> item.set(
                "platform",
                source.text("MISSION_INDEX")
                        .map(index -> known.constellation() + "-" + index.toLowerCase(Locale.ROOT))));
    }

    /** What the documents of a bundle say each in its own way. */
    private static void product(Section said, PartialItem item) {
        item.id(said.part("Dataset_Identification").text("DATASET_NAME"));
        item.number(said.part("Dataset_Content"), "eo:cloud_cover", "CLOUD_COVERAGE");
        item.number(said.part("Dataset_Content"), "eo:snow_cover", "SNOW_COVERAGE");
        item.set("processing:datetime", said.text("PRODUCTION_DATE").map(PartialItem::utc));
    }

    /** The distance of the grid of an ortho image, or of the samples on the ground. */
    private static Optional<Double> gsd(Section said, Section center) {
        List<Double> sampled = Stream.of("GSD_ACROSS_TRACK", "GSD_ALONG_TRACK")
                .flatMap(name -> Numbers.first(center, name).stream())
                .toList();
        return Numbers.first(said, "RESAMPLING_SPACING")
                .or(() -> sampled.size() == 2 ? Optional.of((sampled.get(0) + sampled.get(1)) / 2) : Optional.empty());
    }

    private static Optional<String> code(Section said) {
        return said.text("PROJECTED_CRS_CODE")
                .filter(urn -> urn.matches(".*EPSG:[^:]*:\\d{4,5}"))
                .map(urn -> "EPSG:" + urn.substring(urn.lastIndexOf(':') + 1));
    }

    private static Optional<List<String>> outline(Section said) {
        List<String> ordinates = said.part("Dataset_Extent")
                .all("Vertex")
                .flatMap(vertex -> Stream.of("LON", "LAT").flatMap(name -> vertex.text(name).stream()))
                .toList();
        return ordinates.size() >= 6 ? Optional.of(ordinates) : Optional.empty();
    }

    /** A bundle has a document for each kind of image, which speaks of the files that it lists. */
    private static void asset(PartialAsset asset, Section said, Optional<Double> gsd) {
        Optional<Section> files = said.all("Data_Files")
                .filter(group -> lists(group, asset.file().name()))
                .findFirst();
        if (asset.file().bands().isEmpty()) {
            return;
        }
        if (files.isEmpty()) {
            asset.members().remove("bands");
            return;
        }
        asset.set("gsd", gsd);
        Dimap.nodata(said, "SPECIAL_VALUE_COUNT", asset);
        List<Object> bands = new ArrayList<>();
        order(files.get(), said).forEach(id -> bands.add(band(id, said)));
        asset.set("bands", bands);
        if (said.text("RADIOMETRIC_PROCESSING").orElse("").equals("REFLECTANCE")) {
            asset.set("roles", List.of("data", "reflectance"));
            asset.set("raster:scale", QUANTIFICATION);
            asset.set("raster:offset", 0);
        }
    }

    private static boolean lists(Section files, String name) {
        return files.all("DATA_FILE_PATH")
                .flatMap(path -> path.attribute("href").stream())
                .anyMatch(href -> href.substring(href.lastIndexOf('/') + 1).equalsIgnoreCase(name));
    }

    /**
     * The bands by their index, or as they are to be shown: the order in the file is that of red, green, blue, alpha.
     */
    private static List<String> order(Section files, Section said) {
        List<String> indexed = files.all("Raster_Index")
                .sorted(Comparator.comparing(
                        index -> Numbers.first(index, "BAND_INDEX").orElse(0.0)))
                .flatMap(index -> index.text("BAND_ID").stream())
                .toList();
        if (!indexed.isEmpty()) {
            return indexed;
        }
        int count = Numbers.first(said, "NBANDS").orElse(0.0).intValue();
        Section display = said.part("Band_Display_Order");
        List<String> shown = Stream.of("RED_CHANNEL", "GREEN_CHANNEL", "BLUE_CHANNEL", "ALPHA_CHANNEL")
                .flatMap(channel -> display.text(channel).stream())
                .distinct()
                .toList();
        List<String> measured = said.all("Band_Radiance")
                .flatMap(band -> band.text("BAND_ID").stream())
                .distinct()
                .toList();
        return Stream.of(shown, measured)
                .filter(ids -> ids.size() == count)
                .findFirst()
                .orElse(List.of());
    }

    private static Map<String, Object> band(String id, Section said) {
        Map<String, Object> band = new LinkedHashMap<>(PRODUCTS.band("", id));
        Section range = of("Band_Spectral_Range", id, said);
        Optional<Double> min = Numbers.first(range, "MIN");
        Optional<Double> max = Numbers.first(range, "MAX");
        if (min.isPresent() && max.isPresent()) {
            double unit = range.text("MEASURE_UNIT").orElse("").startsWith("nano") ? NANOMETERS : 1;
            band.put("eo:center_wavelength", rounded((min.get() + max.get()) / 2 * unit));
            band.put("eo:full_width_half_max", rounded((max.get() - min.get()) * unit));
        }
        if (said.text("RADIOMETRIC_PROCESSING").orElse("").equals("BASIC")) {
            Dimap.radiance(of("Band_Radiance", id, said), "GAIN", "BIAS", band);
        }
        Numbers.first(of("Band_Solar_Irradiance", id, said), "VALUE")
                .ifPresent(irradiance -> band.put("eo:solar_illumination", irradiance));
        return band;
    }

    private static Section of(String name, String id, Section said) {
        return said.all(name)
                .filter(section -> section.text("BAND_ID").orElse("").equals(id))
                .findFirst()
                .orElseGet(() -> new Section(name, "", Map.of(), List.of()));
    }

    /** Without the digits that arithmetic adds to nanometers. */
    private static double rounded(double micrometers) {
        return Math.rint(micrometers * 1e6) / 1e6;
    }
}
