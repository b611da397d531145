package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the Imagery Support Data of Maxar, formerly DigitalGlobe: XML with a root {@code isd}, as in
 * {@code DeliveryMetadata.xml}, and IMD and RPB files (DigitalGlobe, Imagery Support Data documentation).
 */
public final class Maxar implements Vendor {

    private static final ProductTable PRODUCTS = ProductTable.of(() -> Maxar.class.getResourceAsStream("maxar.txt"));
    private static final String BAND = "BAND_";
    private static final String GSD = "MEANCOLLECTEDGSD";
    private static final String NUMBER = "\\d{1,9}(\\.\\d*)?([eE][-+]?\\d{1,2})?";
    private static final String PAN = "P";
    private static final String OF_PAN = "(?i)\\d\\d[A-Z]{3}\\d{8}-P.*\\.(IMD|XML)";
    private static final Pattern NAME =
            Pattern.compile("\\d\\d[A-Z]{3}\\d{8}(?:_R\\d+C\\d+)?-(?<kind>[PMSA])", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Satellite> SATELLITES = Map.of(
            "WV01", new Satellite("worldview-1", "worldview", "wv60"),
            "WV02", new Satellite("worldview-2", "worldview", "wv110"),
            "WV03", new Satellite("worldview-3", "worldview", "wv110"),
            "WV04", new Satellite("worldview-4", "worldview", "gis-2"),
            "GE01", new Satellite("geoeye-1", "geoeye", "gis"),
            "QB02", new Satellite("quickbird-2", "quickbird", "bhrc60"),
            "IK01", new Satellite("ikonos-2", "ikonos", "osa"));

    @Override
    public String id() {
        return "maxar";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        String satellite = said.text("SATID").orElse("").toUpperCase(Locale.ROOT);
        platform(satellite, item);
        item.acquired(
                said.text("FIRSTLINETIME").or(() -> said.text("TLCTIME")),
                said.text("EARLIESTACQTIME"),
                said.text("LATESTACQTIME"));
        item.id(catalogId(said));
        Optional<String> kind = kind(item.fileName());
        if (kind.orElse(PAN).equals(PAN) || !item.hasMetadata(OF_PAN)) {
            item.number(said, "gsd", GSD);
        }
        item.knownNumber(said, "eo:cloud_cover", "CLOUDCOVER", PartialItem::percent);
        item.number(said, "view:off_nadir", "MEANOFFNADIRVIEWANGLE");
        item.number(said, "view:incidence_angle", "MEANSATEL", PartialItem::complement);
        item.number(said, "view:azimuth", "MEANSATAZ", PartialItem::azimuth);
        item.number(said, "view:sun_azimuth", "MEANSUNAZ", PartialItem::azimuth);
        item.number(said, "view:sun_elevation", "MEANSUNEL");
        List<Section> bands = bands(said);
        bands.stream().findFirst().flatMap(Maxar::outline).ifPresent(item::outline);

        for (PartialAsset asset :
                item.assets(satellite, bands.stream().map(Maxar::name).toList())) {
            if (kind.isEmpty() || kind.equals(kind(asset.file().name()))) {
                asset.set("gsd", gsd(said).filter(distance -> asset.members().containsKey("bands")));
            } else {
                asset.members().remove("bands");
            }
        }
    }

    /** A mosaic has several, and none names it. */
    private static Optional<String> catalogId(Section said) {
        List<String> ids = said.texts("CATID").distinct().toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    /** A bundle has a document for each kind of image, which speaks of the files of that kind alone. */
    private static Optional<String> kind(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.lookingAt() ? Optional.of(name.group("kind").toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static Optional<Double> gsd(Section said) {
        return said.text(GSD).filter(text -> text.matches(NUMBER)).map(Double::valueOf);
    }

    private static void platform(String id, PartialItem item) {
        Satellite satellite = SATELLITES.get(id);
        if (satellite != null) {
            item.set("platform", satellite.platform());
            item.set("constellation", satellite.constellation());
            item.set("instruments", List.of(satellite.instrument()));
        } else if (!id.isEmpty()) {
            item.set("platform", id.toLowerCase(Locale.ROOT));
        }
    }

    private static List<Section> bands(Section said) {
        return said.within()
                .filter(section -> section.name().toUpperCase(Locale.ROOT).startsWith(BAND)
                        && section.text("ULLON").isPresent())
                .toList();
    }

    private static String name(Section band) {
        return band.name().substring(BAND.length()).toUpperCase(Locale.ROOT);
    }

    private static Optional<List<String>> outline(Section band) {
        List<String> ordinates = Stream.of("UL", "LL", "LR", "UR")
                .flatMap(corner -> Stream.of(corner + "LON", corner + "LAT"))
                .flatMap(name -> band.text(name).stream())
                .toList();
        return ordinates.size() == 8 ? Optional.of(ordinates) : Optional.empty();
    }

    /** A satellite by the names that STAC gives it. */
    private record Satellite(String platform, String constellation, String instrument) {}
}
