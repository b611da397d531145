package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the metadata of NASA's granules: {@code .xml} and {@code .met} of ECS (MODIS, VIIRS, ASTER), ECHO 10 as in
 * {@code .cmr.xml} of HLS, and UMM-G in JSON. Their names are alike.
 */
public final class Earthdata implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> Earthdata.class.getResourceAsStream("earthdata.txt"));
    private static final Pattern TILE =
            Pattern.compile("HLS(?:-VI)?\\.(?<kind>[LS]30)\\.T(?<cell>\\d\\d[C-X][A-Z]{2})\\..*");
    private static final Pattern ENDING = Pattern.compile("\\.(hdf|h5|nc|tif|zip)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BAND = Pattern.compile("b\\d[\\da]");

    /** What the satellites were called before their launch, which metadata of ASTER go on with. */
    private static final Map<String, String> OLD_NAMES = Map.of("am-1", "terra", "pm-1", "aqua");

    private static final String NOT_SET = "NOT SET";

    @Override
    public String id() {
        return "earthdata";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Optional<String> granule = first(said, "LocalGranuleID", "ProducerGranuleId", "GranuleUR")
                .map(name -> ENDING.matcher(name).replaceFirst(""));
        item.id(granule);
        acquired(said, item);
        platform(said, item, granule.orElse(""));
        angles(said, item, "AdditionalAttribute", "Name", "Value");
        angles(said, item, "PSA", "PSAName", "PSAValue");
        cloudCover(said, item);
        first(said, "ProductionDateTime").map(Earthdata::time).ifPresent(time -> item.set("processing:datetime", time));
        first(said, "PGEVersion").ifPresent(version -> item.set("processing:version", version));
        outline(said).ifPresent(item::outline);
        Matcher tile = TILE.matcher(granule.orElse(""));
        boolean hls = tile.matches();
        if (hls) {
            item.set("grid:code", "MGRS-" + tile.group("cell"));
            item.set("gsd", 30);
        }
        item.provider("NASA", "https://www.earthdata.nasa.gov/", "producer", "licensor");
        item.assets("", List.of()).forEach(asset -> {
            if (hls) {
                band(asset, tile.group("kind"));
            }
        });
    }

    private static Optional<String> first(Section said, String... names) {
        return Stream.of(names)
                .flatMap(name -> said.texts(name))
                .filter(text -> !text.equals(NOT_SET))
                .findFirst();
    }

    /** ECS gives a date and a time, the others both in one. */
    private static void acquired(Section said, PartialItem item) {
        item.acquired(
                dateAndTime(said, "CalendarDate", "TimeofDay")
                        .or(() -> first(said, "SingleDateTime").map(Earthdata::time)),
                dateAndTime(said, "RangeBeginningDate", "RangeBeginningTime")
                        .or(() -> first(said, "BeginningDateTime").map(Earthdata::time)),
                dateAndTime(said, "RangeEndingDate", "RangeEndingTime")
                        .or(() -> first(said, "EndingDateTime").map(Earthdata::time)));
    }

    private static Optional<String> dateAndTime(Section said, String date, String time) {
        return first(said, date)
                .flatMap(day ->
                        first(said, time).map(hour -> time(day.substring(0, Math.min(10, day.length())) + "T" + hour)));
    }

    private static String time(String text) {
        return PartialItem.utc(text.replace(' ', 'T'));
    }

    private static void platform(Section said, PartialItem item, String granule) {
        List<String> platforms = Stream.concat(
                        said.texts("PlatformShortName").limit(10),
                        Stream.concat(
                                said.texts("AssociatedPlatformShortName"),
                                said.all("Platform").flatMap(platform -> own(platform, "ShortName"))))
                .map(name -> name.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .map(name -> OLD_NAMES.getOrDefault(name, name))
                .distinct()
                .toList();
        if (platforms.size() == 1) {
            item.set("platform", platforms.get(0));
        }
        List<String> instruments = Stream.concat(
                        said.texts("InstrumentShortName"),
                        Stream.concat(
                                said.texts("AssociatedInstrumentShortName"),
                                said.all("Instrument").flatMap(instrument -> own(instrument, "ShortName"))))
                .map(name -> name.toLowerCase(Locale.ROOT).replaceFirst("^sentinel-2 ", ""))
                .distinct()
                .toList();
        if (!instruments.isEmpty()) {
            item.set("instruments", instruments);
        }
        if (platforms.isEmpty() && granule.startsWith("AST_")) {
            // newer granules of ASTER leave out what flies on Terra alone
            item.set("platform", "terra");
            item.set("instruments", List.of("aster"));
        }
    }

    /** The text of a part itself, not of what lies deeper. */
    private static Stream<String> own(Section section, String name) {
        return section.parts().stream()
                .filter(part -> part.name().equalsIgnoreCase(name))
                .map(part -> part.text().strip())
                .filter(text -> !text.isEmpty());
    }

    private static void cloudCover(Section said, PartialItem item) {
        item.number(said, "eo:cloud_cover", said.text("CloudCover").isPresent() ? "CloudCover" : "QAPercentCloudCover");
    }

    private static Optional<List<String>> outline(Section said) {
        List<Section> boundaries = said.all("Boundary").toList();
        if (boundaries.size() == 1) {
            return ring(
                    texts(boundaries.get(0), "PointLongitude", "Longitude"),
                    texts(boundaries.get(0), "PointLatitude", "Latitude"));
        }
        return ring(list(said, "GRingPointLongitude"), list(said, "GRingPointLatitude"))
                .or(() -> box(said));
    }

    private static List<String> texts(Section part, String name, String other) {
        List<String> texts = part.texts(name).toList();
        return texts.isEmpty() ? part.texts(other).toList() : texts;
    }

    private static List<String> list(Section said, String name) {
        return first(said, name)
                .map(text -> List.of(text.replaceAll("[()\\s]", "").split(",", -1)))
                .orElse(List.of());
    }

    private static Optional<List<String>> ring(List<String> longitudes, List<String> latitudes) {
        if (longitudes.size() < 3 || longitudes.size() != latitudes.size()) {
            return Optional.empty();
        }
        List<String> ordinates = new ArrayList<>();
        for (int i = 0; i < longitudes.size(); i++) {
            ordinates.add(longitudes.get(i));
            ordinates.add(latitudes.get(i));
        }
        return Optional.of(ordinates);
    }

    private static Optional<List<String>> box(Section said) {
        List<String> box = Stream.of("West", "South", "East", "North")
                .flatMap(side -> first(said, side + "BoundingCoordinate").stream())
                .toList();
        return box.size() == 4
                ? ring(
                        List.of(box.get(0), box.get(2), box.get(2), box.get(0)),
                        List.of(box.get(1), box.get(1), box.get(3), box.get(3)))
                : Optional.empty();
    }

    /** HLS and ASTER have their angles among attributes of a name and a value. */
    private static void angles(Section said, PartialItem item, String attributes, String name, String value) {
        said.all(attributes).forEach(attribute -> {
            switch (attribute.text(name).orElse("")) {
                case "MEAN_SUN_AZIMUTH_ANGLE", "Solar_Azimuth_Angle" ->
                    item.number(attribute, "view:sun_azimuth", value, PartialItem::azimuth);
                case "MEAN_SUN_ZENITH_ANGLE" ->
                    item.number(attribute, "view:sun_elevation", value, PartialItem::complement);
                case "Solar_Elevation_Angle" -> item.number(attribute, "view:sun_elevation", value);
                case "MEAN_VIEW_AZIMUTH_ANGLE" -> item.number(attribute, "view:azimuth", value, PartialItem::azimuth);
                case "MEAN_VIEW_ZENITH_ANGLE" -> item.number(attribute, "view:incidence_angle", value);
                default -> {
                    // other attributes have no field
                }
            }
        });
    }

    private static void band(PartialAsset asset, String kind) {
        String key = asset.file().key();
        if (BAND.matcher(key).matches()) {
            asset.set("bands", List.of(PRODUCTS.band(kind, key.toUpperCase(Locale.ROOT))));
        }
    }
}
