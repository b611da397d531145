package io.stacgenerator.internal.metadata;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.MetadataDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads items of Planet's Data API, which orders bring as {@code metadata.json}, and the XML beside images of
 * PlanetScope and RapidEye (Planet, Imagery Product Specifications).
 */
public final class PlanetParser extends VendorParser {

    private static final Set<String> PROVIDERS =
            Set.of("planet", "planetlabs", "planetlabspbc", "planetscope", "skysat", "rapideye", "planetcom");
    private static final VendorForm XML = new VendorForm(PROVIDERS, Pattern.compile("<(ps|re):EarthObservation\\b"));
    private static final VendorForm JSON =
            new VendorForm(PROVIDERS, Pattern.compile("\\A\\s*\\{(?s:.*)\"(item_type|acquired)\"\\s*:"));
    private static final KnownFiles FILES = KnownFiles.of("planet");
    private static final String ITEM_FILE = "(?i).*\\.json";

    /** Creates the parser. */
    public PlanetParser() {
        super("planet", JSON);
    }

    @Override
    public boolean supports(MetadataDocument document, @Nullable String provider) {
        return XML.matches(document, provider) || isItem(document, provider);
    }

    private boolean isItem(MetadataDocument document, @Nullable String provider) {
        return super.supports(document, provider) && !document.text().contains("\"stac_version\"");
    }

    @Override
    public Map<String, Object> parse(MetadataDocument document, GenerationContext context) {
        Section said = Sections.read(document);
        PartialItem item = new PartialItem(said, document, context);
        if (document.text().stripLeading().startsWith("<")) {
            image(said, item);
        } else {
            scene(said, item);
            geometry(document, item);
        }
        return item.toMap();
    }

    private static void scene(Section said, PartialItem item) {
        item.set("datetime", said.text("acquired"));
        item.set("platform", said.text("satellite_id"));
        item.set("constellation", said.text("provider"));
        item.set("instruments", said.text("instrument").map(List::of));
        item.number("gsd", "gsd");
        item.number("eo:cloud_cover", "cloud_cover", PartialItem::percent);
        item.number("eo:snow_cover", "snow_ice_percent");
        item.number("view:off_nadir", "view_angle", BigDecimal::abs);
        item.number("view:azimuth", "satellite_azimuth", PartialItem::azimuth);
        item.number("view:sun_azimuth", "sun_azimuth", PartialItem::azimuth);
        item.number("view:sun_elevation", "sun_elevation");
        item.assets(
                FILES, said.text("instrument").or(() -> said.text("provider")).orElse(""), List.of());
    }

    private static void geometry(MetadataDocument document, PartialItem item) {
        Map<String, Object> feature =
                JsonReader.object(document.text(), ErrorCode.INVALID_METADATA, "metadata " + document.href());
        if (feature.get("geometry") instanceof Map<?, ?> geometry) {
            item.geometry(Sections.members(geometry));
        }
    }

    /** What the item says too, and more exactly, is left to it. */
    private static void image(Section said, PartialItem item) {
        Section equipment = said.all("EarthObservationEquipment").findFirst().orElse(said);
        Section platform = equipment.all("Platform").findFirst().orElse(equipment);
        Optional<String> instrument =
                equipment.all("Instrument").findFirst().flatMap(section -> section.text("shortName"));
        if (!item.besides(ITEM_FILE)) {
            item.acquired(said.text("acquisitionDateTime"), said.text("beginPosition"), said.text("endPosition"));
            item.number("view:off_nadir", "spaceCraftViewAngle", BigDecimal::abs);
            item.number("view:azimuth", "azimuthAngle", PartialItem::azimuth);
            item.number("view:sun_azimuth", "illuminationAzimuthAngle", PartialItem::azimuth);
            item.number("view:sun_elevation", "illuminationElevationAngle");
            cloudCover(said, item);
            outline(said).flatMap(Outline::of).ifPresent(item::geometry);
        }
        item.set("platform", platform.text("serialIdentifier"));
        item.set("constellation", constellation(said, platform));
        item.set("instruments", instrument.map(List::of));
        item.number("view:incidence_angle", "incidenceAngle", BigDecimal::abs);
        item.assets(FILES, instrument.orElse(""), List.of());
    }

    private static Optional<String> constellation(Section said, Section platform) {
        return isRapidEye(said)
                ? Optional.of("rapideye")
                : platform.text("shortName").map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** PlanetScope gives a fraction and calls it a percentage; RapidEye gives percent. */
    private static void cloudCover(Section said, PartialItem item) {
        item.number(
                "eo:cloud_cover",
                "cloudCoverPercentage",
                value -> isRapidEye(said) ? value : PartialItem.percent(value));
    }

    private static boolean isRapidEye(Section said) {
        return said.all("EarthObservationEquipment")
                .flatMap(section -> section.texts("serialIdentifier"))
                .anyMatch(name -> name.startsWith("RE-"));
    }

    private static Optional<List<String>> outline(Section said) {
        return said.all("outerBoundaryIs")
                .findFirst()
                .flatMap(ring -> ring.text("coordinates"))
                .map(text -> List.of(text.split("[,\\s]+")));
    }
}
