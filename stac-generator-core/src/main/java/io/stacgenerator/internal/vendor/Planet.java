package io.stacgenerator.internal.vendor;

import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads items of Planet's Data API, which orders bring as {@code metadata.json}, and the XML next to images of
 * PlanetScope and RapidEye (Planet, Imagery Product Specifications).
 */
public final class Planet implements Vendor {

    private static final ProductTable PRODUCTS = ProductTable.of(() -> Planet.class.getResourceAsStream("planet.txt"));

    /** The level is a part of the product's name with RapidEye, and of the type of an image with PlanetScope. */
    private static final Pattern TYPE = Pattern.compile("(?<!_RE\\d)_[13][AB]_[A-Za-z].*|_(Analytic|Visual)\\w*$");

    private static final String ITEM_FILE = "(?i).*\\.json";

    @Override
    public String id() {
        return "planet";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Optional<Map<String, Object>> feature = item.json();
        if (feature.isPresent()) {
            scene(said, item);
            geometry(feature.get(), item);
        } else {
            image(said, item);
        }
    }

    private static void scene(Section said, PartialItem item) {
        item.id(said.parts().stream()
                .filter(part -> part.name().equals("id"))
                .map(Section::text)
                .findFirst());
        item.set("datetime", said.text("acquired"));
        item.set("platform", said.text("satellite_id"));
        item.set("constellation", said.text("provider"));
        item.set("instruments", said.text("instrument").map(List::of));
        item.number(said, "gsd", "gsd");
        item.number(said, "eo:cloud_cover", "cloud_cover", PartialItem::percent);
        item.number(said, "eo:snow_cover", "snow_ice_percent");
        item.number(said, "view:off_nadir", "view_angle", BigDecimal::abs);
        item.number(said, "view:azimuth", "satellite_azimuth", PartialItem::azimuth);
        item.number(said, "view:sun_azimuth", "sun_azimuth", PartialItem::azimuth);
        item.number(said, "view:sun_elevation", "sun_elevation");
        ofPlanet(said, item);
        item.assets(said.text("instrument").or(() -> said.text("provider")).orElse(""), List.of());
    }

    /** What Planet says in words of its own. */
    private static void ofPlanet(Section said, PartialItem item) {
        for (String name : List.of("item_type", "strip_id", "quality_category", "publishing_stage", "grid_cell")) {
            item.set("pl:" + name, said.text(name));
        }
        item.set("pl:ground_control", said.text("ground_control").map(Boolean::valueOf));
        item.number(said, "pl:pixel_resolution", "pixel_resolution");
        item.number(said, "pl:clear_percent", "clear_percent");
    }

    private static void geometry(Map<String, Object> feature, PartialItem item) {
        JsonValues.object(feature.get("geometry")).ifPresent(item::geometry);
    }

    /** What the item says too, and more exactly, is left to it. */
    private static void image(Section said, PartialItem item) {
        Section equipment = said.all("EarthObservationEquipment").findFirst().orElse(said);
        Section platform = equipment.all("Platform").findFirst().orElse(equipment);
        Optional<String> instrument =
                equipment.all("Instrument").findFirst().flatMap(section -> section.text("shortName"));
        if (!item.hasMetadata(ITEM_FILE)) {
            item.acquired(
                    said.text("acquisitionDateTime"),
                    said.text("beginPosition").map(PartialItem::utc),
                    said.text("endPosition").map(PartialItem::utc));
            item.number(said, "view:off_nadir", "spaceCraftViewAngle", BigDecimal::abs);
            item.number(said, "view:azimuth", "azimuthAngle", PartialItem::azimuth);
            item.number(said, "view:sun_azimuth", "illuminationAzimuthAngle", PartialItem::azimuth);
            item.number(said, "view:sun_elevation", "illuminationElevationAngle");
            cloudCover(said, item);
            outline(said).ifPresent(item::outline);
        }
        item.id(said.text("identifier").map(name -> TYPE.matcher(name).replaceFirst("")));
        item.set("platform", platform.text("serialIdentifier"));
        if (isRapidEye(said)) {
            item.number(equipment.part("Sensor"), "gsd", "resolution");
        }
        item.set("constellation", constellation(said, platform));
        item.set("instruments", instrument.map(List::of));
        item.number(said, "view:incidence_angle", "incidenceAngle", BigDecimal::abs);
        item.assets(isRapidEye(said) ? "REIS" : instrument.orElse(""), List.of());
    }

    private static Optional<String> constellation(Section said, Section platform) {
        return isRapidEye(said)
                ? Optional.of("rapideye")
                : platform.text("shortName").map(PartialItem::lowerCase);
    }

    /** PlanetScope gives a fraction and calls it a percentage; RapidEye gives percent. */
    private static void cloudCover(Section said, PartialItem item) {
        item.number(
                said,
                "eo:cloud_cover",
                "cloudCoverPercentage",
                value -> isRapidEye(said) ? value : PartialItem.percent(value));
    }

    private static boolean isRapidEye(Section said) {
        return said.all("EarthObservationEquipment")
                .flatMap(section -> section.texts("serialIdentifier"))
                .anyMatch(name -> name.matches("(?i)RE-.*|RapidEye.*"));
    }

    private static Optional<List<String>> outline(Section said) {
        return said.all("outerBoundaryIs")
                .findFirst()
                .flatMap(ring -> ring.text("coordinates"))
                .map(text -> List.of(text.split("[,\\s]+")));
    }
}
