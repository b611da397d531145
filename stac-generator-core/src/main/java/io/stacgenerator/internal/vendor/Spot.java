package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the DIMAP 1 of SPOT 1 to 5: {@code METADATA.DIM} (SPOT Image, DIMAP 1.1 specification, profiles SPOTSCENE and
 * SPOTVIEW).
 */
public final class Spot implements Vendor {

    private static final ProductTable PRODUCTS = ProductTable.of(() -> Spot.class.getResourceAsStream("spot.txt"));

    @Override
    public String id() {
        return "spot";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Section source = said.part("Scene_Source");
        item.id(said.text("SOURCE_ID"));
        item.set("title", said.text("DATASET_NAME"));
        item.set(
                "datetime",
                source.text("IMAGING_DATE")
                        .flatMap(date -> source.text("IMAGING_TIME").map(time -> PartialItem.utc(date + "T" + time))));
        item.set("platform", joined(source, "MISSION", "-", "MISSION_INDEX"));
        item.set("constellation", source.text("MISSION").map(PartialItem::lowerCase));
        item.set(
                "instruments",
                joined(source, "INSTRUMENT", "", "INSTRUMENT_INDEX").map(List::of));
        // the sign says to which side it looks
        item.number(source, "view:incidence_angle", "INCIDENCE_ANGLE", BigDecimal::abs);
        item.number(source, "view:off_nadir", "VIEWING_ANGLE", BigDecimal::abs);
        item.number(source, "view:sun_azimuth", "SUN_AZIMUTH", PartialItem::azimuth);
        item.number(source, "view:sun_elevation", "SUN_ELEVATION");
        processing(said, item);
        item.set("license", "other");
        item.provider("CNES", "https://cnes.fr/", "producer", "licensor");
        map(said, item);
        List<String> outline = said.part("Dataset_Frame")
                .all("Vertex")
                .flatMap(vertex -> Stream.of("FRAME_LON", "FRAME_LAT").flatMap(name -> vertex.text(name).stream()))
                .toList();
        item.outline(outline);
        List<Section> bands = said.all("Spectral_Band_Info")
                .sorted(Comparator.comparing(
                        band -> Numbers.first(band, "BAND_INDEX").orElse(0.0)))
                .toList();
        item.assets("", List.of()).stream()
                .filter(asset -> !asset.file().bands().isEmpty())
                .forEach(asset -> image(asset, said, bands));
    }

    private static Optional<String> joined(Section part, String name, String separator, String index) {
        return part.text(name)
                .map(text -> (text
                                + part.text(index)
                                        .map(number -> separator + number)
                                        .orElse(""))
                        .toLowerCase(Locale.ROOT));
    }

    private static void processing(Section said, PartialItem item) {
        item.set("processing:level", said.text("PROCESSING_LEVEL").or(() -> said.text("SCENE_PROCESSING_LEVEL")));
        item.set("processing:datetime", said.text("DATASET_PRODUCTION_DATE").map(PartialItem::utc));
        item.set("processing:facility", said.text("PROCESSING_CENTER"));
        said.text("SOFTWARE_NAME")
                .flatMap(name -> said.text("SOFTWARE_VERSION").map(version -> Map.of(name, version)))
                .ifPresent(versions -> item.set("processing:software", versions));
    }

    /** Where the image is no map, the reference system is that of its tie points. */
    private static void map(Section said, PartialItem item) {
        Section place = said.part("Geoposition_Insert");
        if (place.parts().isEmpty()
                || !said.text("HORIZONTAL_CS_TYPE").orElse("").equals("PROJECTED")) {
            return;
        }
        item.set(
                "proj:code",
                said.text("HORIZONTAL_CS_CODE")
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .filter(code -> code.matches("EPSG:\\d{4,5}")));
        item.number(place, "gsd", "XDIM");
    }

    private static void image(PartialAsset asset, Section said, List<Section> bands) {
        Dimap.nodata(said, "SPECIAL_VALUE_INDEX", asset);
        asset.set("bands", bands.stream().map(Spot::band).toList());
    }

    private static Map<String, Object> band(Section info) {
        Map<String, Object> band = new LinkedHashMap<>(
                PRODUCTS.band("", info.text("BAND_DESCRIPTION").orElse("")));
        Dimap.radiance(info, "PHYSICAL_GAIN", "PHYSICAL_BIAS", band);
        return band;
    }
}
