package io.stacgenerator.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.ProductTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OtherProductsTest {

    private static final ProductTable PRODUCTS = new OtherProducts().products();

    @ParameterizedTest
    @CsvSource({
        "CBERS_4_MUX_20170528_090_084_L2_BAND5.tif, blue, 0.485",
        "CBERS_4_AWFI_20170528_090_084_L2_BAND16.tif, nir, 0.83",
        "CBERS_4_PAN10M_20170528_090_084_L2_BAND2.tif, green, 0.555",
        "CBERS_4_PAN5M_20170528_090_084_L2_BAND1.tif, pan, 0.68",
        "CBERS_4A_WPM_20200730_209_139_L4_BAND0.tif, pan, 0.675",
        "CBERS_4A_WPM_20200730_209_139_L4_BAND1.tif, blue, 0.485",
        "CBERS_4A_WFI_20200730_209_139_L4_RIGHT_BAND15.tif, red, 0.66",
        "AMAZONIA_1_WFI_20210321_036_018_L2_BAND1.tif, blue, 0.485"
    })
    void aBandIsKnownByItsCameraAndNumber(String name, String key, double wavelength) {
        Map<String, PartialAsset> assets = PRODUCTS.assets(List.of("/d/" + name), "", List.of());

        assertThat(assets).containsOnlyKeys(key);
        assertThat(assets.get(key).members())
                .extractingByKey("bands")
                .asString()
                .contains("name=" + key, "eo:common_name=" + key, "eo:center_wavelength=" + wavelength);
    }

    @ParameterizedTest
    @CsvSource({
        "m_3807708_se_18_030_20210628.tif, 0.3",
        "m_3807708_se_18_060_20210628.tif, 0.6",
        "m_3807708_se_18_h_20160628.tif, 0.5",
        "m_3807708_se_18_1_20150917_20151208.tif, 1.0"
    })
    void aQuarterQuadOfNaipSaysItsDistance(String name, double gsd) {
        assertThat(PRODUCTS.assets(List.of("/d/" + name), "", List.of())
                        .get("image")
                        .members())
                .containsEntry("gsd", gsd)
                .extractingByKey("bands")
                .asString()
                .contains("red", "green", "blue", "nir");
    }
}
