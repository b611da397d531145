package io.stacgenerator.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.vendor.ProductFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LandsatTest {

    @ParameterizedTest
    @CsvSource({
        "LC08_L2SP_047027_20201204_20210313_02_T1_SR_B2.TIF, blue, OLI_B2",
        "lc09_l1tp_047027_20221204_20230313_02_t1_b8.tif, pan, OLI_B8",
        "LT08_L1GT_047027_20201204_20210313_02_RT_B10.TIF, lwir11, TIRS_B10",
        "LC08_CU_003010_20200104_20210504_02_SR_B5.TIF, nir08, OLI_B5",
        "LC08_CU_003010_20200104_20210504_02_TOA_B5.TIF, toa_nir08, OLI_B5",
        "LC08_CU_007007_20170103_20181221_C01_V01_SRB4.tif, red, OLI_B4",
        "LE07_L1TP_107068_20220310_20220405_02_T1_B6_VCID_2.TIF, lwir_high, ETM_B6",
        "LC08_L1TP_039035_20140430_20170307_01_T1_B10.TIF, lwir11, TIRS_B10",
        "LC08_L1TP_039035_20140430_20170307_01_T1_sr_band7.tif, swir22, OLI_B7",
        "LT05_L1TP_039035_19950430_20170307_01_T1_toa_band1.tif, toa_blue, TM_B1",
        "LE07_L1TP_039035_20000430_20170307_01_T1_bt_band6.tif, bt_lwir, ETM_B6",
        "LC80390352014120LGN00_B1.TIF, coastal, OLI_B1",
        "LC80390352014120LGN00_B10.TIF, lwir11, TIRS_B10",
        "LT50380331995067XXX00_B1.TIF, blue, TM_B1",
        "LE70380332000067EDC00_B8.TIF, pan, ETM_B8",
        "LM10380331973067AAA05_B7.TIF, nir09, MSS_B7",
        "LM50380331990067AAA05_B1.TIF, green, MSS_B1",
        "L5038033_03319950308_B10.TIF, blue, TM_B1",
        "L5038033_03319950308_B60.TIF, lwir, TM_B6",
        "L71149030_03020010402_B10.TIF, blue, ETM_B1",
        "L71149030_03020010402_B61.TIF, lwir_low, ETM_B6",
        "L72149030_03020010402_B80.TIF, pan, ETM_B8"
    })
    void aBandIsKnownInTheNamesOfAllCollections(String name, String key, String band) {
        assertThat(new Landsat().products().file(name))
                .hasValueSatisfying(file -> assertThat(file)
                        .returns(key, ProductFile::key)
                        .satisfies(known -> assertThat(known.bands())
                                .singleElement()
                                .asString()
                                .endsWith(band)));
    }

    @ParameterizedTest
    @CsvSource({
        "LC08_L1TP_039035_20140430_20170307_01_T1_BQA.TIF, bqa",
        "LC08_CU_007007_20170103_20181221_C01_V01_PIXELQA.tif, bqa",
        "LC08_CU_007007_20170103_20181221_C01_V01.xml, xml",
        "LC80390352014120LGN00_MTL.txt, mtl.txt",
        "L71149030_03020010402_MTL.txt, mtl.txt",
        "LT50380331995067XXX00_GCP.txt, gcp"
    })
    void anotherFileIsKnownToo(String name, String key) {
        assertThat(new Landsat().products().file(name).map(ProductFile::key)).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"LC80390352014120LGN00.tif", "L5038033_B10.TIF", "MLC80390352014120LGN00_B1.TIF", "Landsat_B1.TIF"})
    void aFileOfAnotherNameIsNot(String name) {
        assertThat(new Landsat().products().file(name)).isEmpty();
    }
}
