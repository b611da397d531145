package io.stacgenerator.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.vendor.ProductFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "IMG_PHR1B_PMS_201512251537253_ORT_1629599101-001_R1C1.JP2, pansharpened",
        "IMG_PHR1B_PMS_201512251537253_ORT_1629599101-001_R2C1.JP2, pansharpened_r2c1",
        "IMG_PHR1A_P_202108201553330_ORT_5888578101-1_R2C3.TIF, pan_r2c3",
        "IMG_SPOT7_MS_201703071506576_ORT_1629599101_R12C1.TIF, ms_r12c1",
        "IMG_SPOT6_MS_201703071506576_ORT_1629599101.TIF, ms",
        "IMG_PNEO4_202111151358313_PAN_ORT_PWOI_000071864_1_1_F_1_P_R2C1.TIF, pan_r2c1",
        "IMG_PNEO3_STD_202305170722489_PAN_ORT_PWOI_000373521_3_2_F_1_P_R4C1.JP2, pan_r4c1",
        "IMG_PNEO4_202305150851506_PMS-FS_ORT_698037a1-10fa-4211-c245-2bfb3dc1ee9f_RGB_R1C1.TIF, pansharpened_rgb",
        "IMG_PNEO3_202310130650460_MS-FS_ORT_PWOI_000279689_1_1_F_1_R1C2.tif, ms-fs"
    })
    void aTileIsToldFromTheWholeImage(String name, String key) {
        assertThat(new Airbus().products().file(name).map(ProductFile::key)).contains(key);
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
