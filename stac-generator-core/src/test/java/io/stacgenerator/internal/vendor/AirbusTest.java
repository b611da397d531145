package io.stacgenerator.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AirbusTest {

    private static final String MS = "IMG_PHR1A_MS_202108201553330_ORT_5888578101-2_R1C1.TIF";
    private static final String PAN = "IMG_PHR1A_P_202108201553330_ORT_5888578101-1_R1C1.TIF";

    private static Map<String, Object> asset(String document, String key, String... files) {
        return JsonValues.members(
                JsonValues.members(Parsing.of(files).parse(document).get("assets"))
                        .get(key));
    }

    private static List<Object> members(Map<String, Object> asset, String name) {
        return JsonValues.elements(asset.get("bands")).stream()
                .map(band -> JsonValues.members(band).get(name))
                .toList();
    }

    @Test
    void bandsAreInTheOrderOfTheFile() {
        Map<String, Object> ms = asset(VendorDocuments.DIMAP, "ms", MS);

        assertThat(members(ms, "eo:common_name")).containsExactly("red", "green", "blue", "nir");
        assertThat(members(ms, "eo:center_wavelength")).containsExactly(0.65, null, 0.49, null);
        assertThat(members(ms, "raster:scale")).containsExactly(0.1, null, null, null);
    }

    @Test
    void bandsWithAnIndexAreInItsOrder() {
        String neo = VendorDocuments.DIMAP.replace("PHR_ORTHO", "PNEO_ORTHO").replace("</Data_File>", """
                        </Data_File>
                        <Raster_Index><BAND_ID>RE</BAND_ID><BAND_INDEX>2</BAND_INDEX></Raster_Index>
                        <Raster_Index><BAND_ID>NIR</BAND_ID><BAND_INDEX>1</BAND_INDEX></Raster_Index>
                        <Raster_Index><BAND_ID>DB</BAND_ID><BAND_INDEX>3</BAND_INDEX></Raster_Index>
                        """);

        assertThat(members(asset(neo, "ms", MS), "eo:common_name")).containsExactly("nir", "rededge", "coastal");
    }

    @Test
    void aDocumentSpeaksOfItsOwnImages() {
        assertThat(asset(VendorDocuments.DIMAP, "pan", MS, PAN)).doesNotContainKeys("bands", "gsd", "nodata");
        assertThat(asset(VendorDocuments.DIMAP, "ms", MS, PAN)).containsEntry("gsd", 2.0);
    }

    @Test
    void reflectanceIsScaledAlikeInAllBands() {
        String reflectance = VendorDocuments.DIMAP.replace("BASIC", "REFLECTANCE");

        assertThat(asset(reflectance, "ms", MS)).containsEntry("raster:scale", 1e-4);
        assertThat(members(asset(reflectance, "ms", MS), "raster:scale")).containsOnlyNulls();
    }
}
