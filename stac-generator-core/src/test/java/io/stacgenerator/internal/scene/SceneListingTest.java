package io.stacgenerator.internal.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.conformance.ChildJvm;
import io.stacgenerator.internal.registry.ServiceRegistry;
import io.stacgenerator.internal.vendor.Vendors;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SceneListingTest {

    private static final Vendors VENDORS =
            new Vendors(ServiceRegistry.discovered().all(Vendor.class));
    private static final String LANDSAT = "LC08_L2SP_047027_20201204_20210313_02_T1";

    private static List<GenerationRequest> requests(SceneOptions options, String... names) {
        Stream<String> hrefs = Stream.of(names).map(name -> "/d/" + name).sorted();
        try (Stream<GenerationRequest> requests =
                SceneListing.of("/d", hrefs, UnaryOperator.identity(), VENDORS, options, warning -> {})) {
            return requests.toList();
        }
    }

    /** Returns for each request its assets and, after a sign, its metadata. */
    private static List<String> scenes(SceneOptions options, String... names) {
        return requests(options, names).stream()
                .map(request -> (String.join(" ", request.assetPaths()) + " + "
                                + String.join(" ", request.metadataPaths()))
                        .replace("/d/", "")
                        .strip())
                .toList();
    }

    private static List<String> scenes(String... names) {
        return scenes(SceneOptions.ofDefaults(), names);
    }

    private static SceneOptions groupBy(String expression) {
        return SceneOptions.builder().groupBy(expression).build();
    }

    @Test
    void filesThatAVendorNamesAreOneScene() {
        assertThat(requests(
                        SceneOptions.ofDefaults(),
                        LANDSAT + "_SR_B2.TIF",
                        LANDSAT + "_SR_B3.TIF",
                        LANDSAT + "_MTL.txt",
                        LANDSAT + "_MTL.xml",
                        LANDSAT + "_unknown.bin"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.itemId().orElse(null)).isEqualTo(LANDSAT);
                    assertThat(request.assetPaths()).hasSize(4).doesNotContain("/d/" + LANDSAT + "_unknown.bin");
                    assertThat(request.metadataPaths()).containsExactly("/d/" + LANDSAT + "_MTL.xml");
                });
    }

    @Test
    void aRasterThatIsNamedByTheProductIsAnAssetThoughTheVendorHasNone() {
        assertThat(scenes(LANDSAT + "_SR_B2.TIF", LANDSAT + "_NDVI.tif", LANDSAT + "_MTL.xml"))
                .singleElement()
                .asString()
                .contains("_NDVI.tif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_SR_B2 (1).TIF", "_SR_B2(2).TIF", "_SR_B2 - Copy.TIF", "_SR_B2 copy 2.TIF"})
    void aCopyIsNoFurtherAsset(String copy) {
        assertThat(scenes(LANDSAT + "_SR_B2.TIF", LANDSAT + copy, LANDSAT + "_MTL.xml"))
                .singleElement()
                .asString()
                .doesNotContain(copy);
        assertThat(scenes(LANDSAT + copy, LANDSAT + "_MTL.xml"))
                .singleElement()
                .asString()
                .contains(copy);
    }

    @Test
    void rastersOfUnknownNamesAreTheAssetsOfAProductThatHasNoOthers() {
        String folder = "S2A_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126.SAFE/";

        assertThat(scenes(folder + "MTD_MSIL2A.xml", folder + "stack.tif"))
                .containsExactly("%1$sMTD_MSIL2A.xml %1$sstack.tif + %1$sMTD_MSIL2A.xml".formatted(folder));
        assertThat(scenes(
                        folder + "GRANULE/L2A_T33XWJ_A035545_20220413T150756/IMG_DATA/T33XWJ_20220413T150759_B02.jp2",
                        folder + "stack.tif"))
                .singleElement()
                .asString()
                .doesNotContain("stack.tif");
    }

    @Test
    void aCopyOfAProductHasTheIdOfTheProduct() {
        String product = "S2A_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126";
        String band = "/GRANULE/L2A_T33XWJ_A035545_20220413T150756/IMG_DATA/R10m/T33XWJ_20220413T150759_B02_10m.jp2";

        assertThat(requests(SceneOptions.ofDefaults(), product + ".SAFE (1)" + band, product + ".SAFE" + band))
                .extracting(request -> request.itemId().orElse(""))
                .containsExactly(product, product);
    }

    @Test
    void aFolderMayBeNamedByItsProductInLowerCase() {
        String folder = LANDSAT.toLowerCase(Locale.ROOT) + "/";

        assertThat(requests(
                        SceneOptions.ofDefaults(),
                        folder + LANDSAT + "_SR_B2.TIF",
                        folder + "m/" + LANDSAT + "_MTL.xml"))
                .singleElement()
                .satisfies(request -> assertThat(request.itemId()).contains(LANDSAT));
    }

    @ParameterizedTest
    @CsvSource({
        "MOD11A1.A2022103.h09v05.006.2022104093154, .hdf, _CDC_B11.TIF, .hdf.xml",
        "AST_L1B_00307242024224227_20240729075840_2355295, .VNIR_Swath.ImageData1.tif, .VNIR_Swath.ImageData2.tif,"
                + " .VNIR_Swath.ImageData2.tif.met",
        "HLS-VI.L30.T06WVS.2024120T211159.v2.0, .NDVI.tif, .TVI.tif, .cmr.xml",
        "ICEYE_X7_GRD_SM_154171_20211027T183203, .tif, _QL.tif, .xml",
        "ICEYE_X7_GRD_SM_154171_20211027T183203/ICEYE_X7, _GRD_SM_154171_20211027T183203.tif,"
                + " _QUICKLOOK_SM_154171_20211027T183203.png, _GRD_SM_154171_20211027T183203.xml",
        "LT50380331995067XXX00, _B1.TIF, _BQA.TIF, _MTL.txt",
        "LC08_L1TP_039035_20140430_20170307_01_T1, _B10.TIF, _sr_band2.tif, _MTL.txt",
        "LC08_CU_007007_20170103_20181221_C01_V01, _SRB2.tif, _PIXELQA.tif, .xml",
        "LC80390352014120LGN00, _sr_band1.tif, .xml, _MTL.txt",
        "L5038033_03319950308, _B10.TIF, _B60.TIF, _MTL.txt",
        "m_3211605_ne_11_060_20200415, .tif, .txt, _20200730.xml",
        "m_3008501_ne_16_1_20110815_20120314, .tif, .200.jpg, .xml",
        "OPERA_L2_RTC-S1_T064-135518-IW1_20230905T015841Z_20230905T104548Z_S1A_30_v1.0, _VV.tif, .h5, .cmr.xml",
        "ECOv002_L2T_LSTE_28527_009_13TDE_20230718T081442_0710_01, _LST.tif, _view_zenith.tif, .cmr.json",
        "S1A_IW_OCN__2SDV_20210809T173953_20210809T174018_039156_049F13_6FF8,"
                + " .SAFE/measurement/s1a-iw-ocn-vv-20210809t173953-20210809t174018-039156-049f13-001.nc,"
                + " .SAFE/preview/quick-look.png, .SAFE/manifest.safe",
    })
    void theFilesOfAProductAreOneScene(String product, String one, String other, String metadata) {
        assertThat(requests(SceneOptions.ofDefaults(), product + one, product + other, product + metadata))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.itemId())
                            .hasValueSatisfying(id -> assertThat(product).startsWith(id));
                    assertThat(request.assetPaths()).contains("/d/" + product + one, "/d/" + product + other);
                    assertThat(request.metadataPaths()).containsExactly("/d/" + product + metadata);
                });
    }

    /** Bundles are unpacked into folders next to each other, or their items into folders of their own. */
    @ParameterizedTest
    @CsvSource({
        "LC08_CU_003010_20200104_20210504_02_SR/LC08_CU_003010_20200104_20210504_02_SR_B2.TIF,"
                + " LC08_CU_003010_20200104_20210504_02_ST/LC08_CU_003010_20200104_20210504_02_ST_B10.TIF",
        "20160831_212705_0c43_ortho_analytic_4b/20160831_212705_0c43_3B_AnalyticMS.tif,"
                + " 20160831_212705_0c43_ortho_udm2/20160831_212705_0c43_3B_udm2.tif",
        "20220605_124027_64_242b/20220605_124027_64_242b_metadata.json,"
                + " 20220605_124027_64_242b/analytic_sr_udm2/20220605_124027_64_242b_3B_AnalyticMS_SR_clip.tif",
        "055675983010_01_P001_MUL/16FEB02105433-M2AS_R1C1-055675983010_01_P001.TIF,"
                + " 055675983010_01_P001_SWR/16FEB02105434-A2AS-055675983010_01_P001.TIF",
        "composite.tif, composite_udm2.tif",
        "L71149030_03020010402_B10.TIF, L72149030_03020010402_B80.TIF",
        "LT50380331995067XXX00/LT50380331995067XXX00_B1.TIF, LT50380331995067XXX00/gap_mask/LT50380331995067XXX00_GM_B1.TIF",
        "p015r033_7t19990904_z18_nn10.tif, p015r033_7k19990904_z18_nn61.tif",
        "CBERS_4A_WPM_20200730_200_139_L4_BAND1.tif, CBERS_4A_WPM_20200730_200_139_L4_BAND1.xml",
        "S1A_IW_20230905T015841_DVP_RTC30_G_gpuned_AB12_VV.tif, S1A_IW_20230905T015841_DVP_RTC30_G_gpuned_AB12_VH.tif",
        "S1AA_20200130T124453_20200211T124452_VVP012_INT80_G_ueF_EA02_corr.tif,"
                + " S1AA_20200130T124453_20200211T124452_VVP012_INT80_G_ueF_EA02_unw_phase.tif",
        "SENTINEL2A_20180101-105437-463_L2A_T31TCH_D_V1-4/SENTINEL2A_20180101-105437-463_L2A_T31TCH_C_V1-0_FRE_B2.tif,"
                + " SENTINEL2A_20180101-105437-463_L2A_T31TCH_D_V1-4/MASKS/"
                + "SENTINEL2A_20180101-105437-463_L2A_T31TCH_C_V1-0_CLM_R1.tif",
        "ENMAP01-____L2A-DT0000001049_20220612T105735Z_028_V010303_20231010T134603Z-SPECTRAL_IMAGE.TIF,"
                + " ENMAP01-____L2A-DT0000001049_20220612T105735Z_028_V010303_20231010T134603Z-METADATA.XML",
        "DESIS-HSI-L2A-DT0483531728_001-20200804T091237-V0210-SPECTRAL_IMAGE.tif,"
                + " DESIS-HSI-L2A-DT0483531728_001-20200804T091237-V0210-QL_IMAGE.png",
        "GF1_PMS1_E113.9_N22.6_20151012_L1A0001094046-MSS1.tiff, GF1_PMS1_E113.9_N22.6_20151012_L1A0001094046-PAN1.tiff",
        "K3_20130203043300_03922_09201277_L1R_B.tif, K3_20130203043300_03922_09201277_L1R_PN.tif",
        "N10E010_20_sl_HH_F02DAR.tif, N10E010_20_mask_F02DAR.tif",
        "ALOS2437590500-220630_WWDR2.2GUA_HV_SLP.tif, ALOS2437590500-220630_WWDR2.2GUA_LIN.tif",
        "ALPSMLC30_N045E007_DSM.tif, ALPSMLC30_N045E007_MSK.tif",
        "Copernicus_DSM_COG_10_N45_00_E007_00_DEM/Copernicus_DSM_COG_10_N45_00_E007_00_DEM.tif,"
                + " Copernicus_DSM_COG_10_N45_00_E007_00_DEM/AUXFILES/Copernicus_DSM_COG_10_N45_00_E007_00_WBM.tif",
        "HS_H08_20200101_0210_B01_FLDK_R10_S0110.DAT, HS_H08_20200101_0210_B03_FLDK_R05_S0210.DAT",
        "CSKS4_SCS_B_HI_16_HH_RA_FF_20211016045150_20211016045156.h5,"
                + " CSKS4_SCS_B_HI_16_HH_RA_FF_20211016045150_20211016045156.QLK.tif",
        "RS2_OK12345_PK67890_DK1_FQ15_20100101_010203_HH_VV_SLC/imagery_HH.tif,"
                + " RS2_OK12345_PK67890_DK1_FQ15_20100101_010203_HH_VV_SLC/product.xml",
        "20190821_071033_ssc13d1_0003_video.mp4, 20190821_071033_ssc13d1_0003_video_frames.zip",
        "S5P_NRTI_L2__NO2____20210827T012135_20210827T012635_20056_02_020200_20210827T021525_PRODUCT_qa_value_4326.tif,"
                + " S5P_NRTI_L2__NO2____20210827T012135_20210827T012635_20056_02_020200_20210827T021525.nc",
        "5710110_composite_file_format.tif, 5710110_composite_metadata.json",
        "S2A_MSIL2A_20170506T105031_N0205_R051_T31UDQ_20170506T105219.SAFE/GRANULE/L2A_T31UDQ_A009768_20170506T105219/"
                + "IMG_DATA/R10m/L2A_T31UDQ_20170506T105031_B02_10m.jp2,"
                + " S2A_MSIL2A_20170506T105031_N0205_R051_T31UDQ_20170506T105219.SAFE/MTD_MSIL2A.xml",
        "IMG_PNEO3_STD_202305170722489_PAN_ORT_PWOI_000373521_3_2_F_1_P_R4C1.TIF,"
                + " IMG_PNEO3_STD_202305170722489_PAN_ORT_PWOI_000373521_3_2_F_1_P_R4C2.TIF",
        "IMG-HH-ALOS2391320690-210101-UBSR2.1GUA.tif, IMG-HV-ALOS2391320690-210101-UBSR2.1GUA.tif",
        "K5_20190510160000_000010_30815_D_ES02_HH_WTC_B_L1A.h5, K5_20190510160000_000010_30815_D_ES02_HH_WTC_B_L1A_Aux.xml",
        "EMIT_L2A_MASK_001_20230101T101010_2300101_001.nc, EMIT_L2A_RFL_001_20230101T101010_2300101_001.nc",
        "20250514_193937_64_4001_basic_radiance.h5, 20250514_193937_64_4001_ortho_visual.tif",
        "000/IMG_0000_1.tif, 000/IMG_0000_10.tif",
        "S2A_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126_B02.tif,"
                + " S2A_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126.tif",
        "S1A_IW_GRDH_1SDV_20230101T000000_20230101T000025_046594_05958B_rtc/measurement/iw-vv.rtc.tiff,"
                + " S1A_IW_GRDH_1SDV_20230101T000000_20230101T000025_046594_05958B_rtc/measurement/iw-vh.rtc.tiff",
        "BSG-104-20210101-101010-12345678_ortho.tif, BSG-104-20210101-101010-12345678_metadata.json",
        "20220101_101010_SN20_L1_MS_1_1_10_SATL-2KM-10N_550_4180_TOA.tif,"
                + " 20220101_101010_SN20_L1_MS_1_1_10_SATL-2KM-10N_550_4180_CLOUD.tif",
        "SV1-01_20180415_L1B0000436889_1109170030145_01-MUX.tiff, SV1-01_20180415_L1B0000436889_1109170030145_01-PAN.tiff",
        "JL1KF01A_PMS01_20201112104725_200036084_101_0004_001_L1_MSS.tif,"
                + " JL1KF01A_PMS01_20201112104725_200036084_101_0004_001_L1_PAN.tif",
        "PROBAV_S5_TOC_X18Y02_20200101_100M_V101/PROBAV_S5_TOC_X18Y02_20200101_100M_NDVI_V101.tif,"
                + " PROBAV_S5_TOC_X18Y02_20200101_100M_V101/PROBAV_S5_TOC_X18Y02_20200101_100M_RED_V101.tif",
        "ESA_WorldCover_10m_2021_v200_N45E006_Map.tif, ESA_WorldCover_10m_2021_v200_N45E006_InputQuality.tif",
        "N045E007_AVE_DSM.tif, N045E007_AVE_MSK.tif",
        "SPOT5-HRG2-XS_20150101-101010-123_L1C_012-345-0_D_V1-0/SPOT5-HRG2-XS_20150101-101010-123_L1C_012-345-0_C_V1-0_XS.tif,"
                + " SPOT5-HRG2-XS_20150101-101010-123_L1C_012-345-0_D_V1-0/README.xml",
        "IMG_190101_101010_0000_GRE.TIF, IMG_190101_101010_0000_RGB.JPG",
        "DJI_20230101101010_0001_MS_NIR.TIF, DJI_20230101101010_0001_D.JPG",
        "my scan/measurement/s1a-iw-grd-vv-20210809t173953-20210809t174018-039156-049f13-001.tiff,"
                + " my scan/annotation/s1a-iw-grd-vv-20210809t173953-20210809t174018-039156-049f13-001.xml"
    })
    void foldersOfOneProductAreOneScene(String one, String other) {
        assertThat(requests(SceneOptions.ofDefaults(), "order/" + one, "order/" + other))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.assetPaths()).contains("/d/order/" + one, "/d/order/" + other));
    }

    @Test
    void tilesOfOneStripAreNamedByTheirPlaceInTheGrid() {
        String strip = "/2022-12-29/103001010D7D3100";

        assertThat(requests(
                        SceneOptions.ofDefaults(),
                        "ard/47/122022102202" + strip + "-visual.tif",
                        "ard/47/122022102202" + strip + ".json",
                        "ard/47/122022102203" + strip + "-visual.tif",
                        "ard/47/122022102203" + strip + ".json"))
                .extracting(request -> request.itemId().orElse(""))
                .containsExactly(
                        "47_122022102202_2022-12-29_103001010D7D3100", "47_122022102203_2022-12-29_103001010D7D3100");
    }

    @Test
    void theImagesOfAStereoPairAreOneSceneEachOfAllTheirBands() {
        String one = "_202108201553330_SEN_5888578101-1";
        String other = "_202108201554100_SEN_5888578101-2";

        assertThat(scenes(
                        "IMG_PHR1A_P_001/DIM_PHR1A_P" + one + ".XML",
                        "IMG_PHR1A_P_001/IMG_PHR1A_P" + one + "_R1C1.JP2",
                        "IMG_PHR1A_P_001/LINEAGE/STRIP_PHR1A_DIM.XML",
                        "IMG_PHR1A_MS_002/DIM_PHR1A_MS" + one + ".XML",
                        "IMG_PHR1A_MS_002/IMG_PHR1A_MS" + one + "_R1C1.JP2",
                        "IMG_PHR1A_P_003/DIM_PHR1A_P" + other + ".XML",
                        "IMG_PHR1A_P_003/IMG_PHR1A_P" + other + "_R1C1.JP2"))
                .hasSize(2)
                .anySatisfy(scene -> assertThat(scene)
                        .contains("IMG_PHR1A_P" + one, "IMG_PHR1A_MS" + one, "DIM_PHR1A_MS" + one)
                        .doesNotContain(other))
                .anySatisfy(scene ->
                        assertThat(scene).contains("IMG_PHR1A_P" + other).doesNotContain(one));
    }

    @Test
    void anImageThatIsNamedByTheProductBelongsToItsMetadata() {
        assertThat(scenes(LANDSAT + ".tif", LANDSAT + "_MTL.txt"))
                .containsExactly("%1$s.tif %1$s_MTL.txt + %1$s_MTL.txt".formatted(LANDSAT));
        assertThat(scenes(LANDSAT + ".tif", LANDSAT + ".json"))
                .containsExactly("%1$s.tif + %1$s.json".formatted(LANDSAT));
    }

    @Test
    void bandsOfBareNamesAreASceneNextToTheListOfThem() {
        assertThat(scenes("s/BAND2.tif", "s/BAND3.tif", "s/BAND_META.txt", "t/BAND2.tif", "t/BAND3.tif"))
                .containsExactlyInAnyOrder(
                        "s/BAND2.tif s/BAND3.tif s/BAND_META.txt +", "t/BAND2.tif +", "t/BAND3.tif +");
        assertThat(scenes("10400100A1B2C300.tif", "10400100A1B2C300.json"))
                .containsExactly("10400100A1B2C300.tif + 10400100A1B2C300.json");
    }

    @Test
    void aNameThatOnlyLooksLikeThatOfPlanetIsNot() {
        assertThat(requests(SceneOptions.ofDefaults(), "20220101_101010_SN20/20220101_101010_SN20_visual.tif"))
                .singleElement()
                .satisfies(request -> assertThat(request.itemId()).isEmpty());
    }

    @Test
    void anIdIsInCapitalsWhereItsVendorWritesItSo() {
        assertThat(requests(
                        SceneOptions.ofDefaults(),
                        LANDSAT.toLowerCase(Locale.ROOT) + "_sr_b2.tif",
                        "20180119_101112_101c_3B_Visual.tif"))
                .extracting(request -> request.itemId().orElse(""))
                .containsExactlyInAnyOrder(LANDSAT, "20180119_101112_101c");
    }

    @Test
    void theIdIsThatOfTheImageWhereMetadataAreNamedOtherwise() {
        assertThat(requests(
                        SceneOptions.ofDefaults(),
                        "m_3008501_ne_16_1_20110815.txt",
                        "m_3008501_ne_16_1_20110815_20120314.tif"))
                .singleElement()
                .satisfies(request -> assertThat(request.itemId()).hasValue("m_3008501_ne_16_1_20110815_20120314"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LANDSAT + "_MTL.txt",
                LANDSAT + "_ANG.txt",
                "S2B_MSIL2A_20230615T102031_N0509_R065_T32TNS_20230615T120000.SAFE/MTD_MSIL2A.xml",
                "21OCT01101112-M2AS-012345678901_01_P001.IMD",
                "tiles/32/T/NS/2023/6/15/0/tileInfo.json"
            })
    void aSceneOfMetadataAloneIsLeftOutWithAWarning(String name) {
        List<Warning> warnings = new ArrayList<>();
        try (Stream<GenerationRequest> requests = SceneListing.of(
                "/d",
                Stream.of("/d/" + name),
                UnaryOperator.identity(),
                VENDORS,
                SceneOptions.ofDefaults(),
                warnings::add)) {
            assertThat(requests).isEmpty();
        }
        assertThat(warnings)
                .singleElement()
                .returns("scene-without-data", Warning::code)
                .satisfies(warning -> assertThat(warning.message()).contains(name));
    }

    @Test
    void whatSystemsHideIsNotAScene() {
        assertThat(scenes(
                        "._a.tif",
                        ".cache/b.tif",
                        "__MACOSX/._a.tif",
                        "__MACOSX/x/c.tif",
                        "@eaDir/a.tif/SYNOFILE_THUMB.tif",
                        "$RECYCLE.BIN/$R1.tif",
                        "a.tif",
                        "s/.d/e.tif",
                        "s/f..tif"))
                .containsExactlyInAnyOrder("a.tif +", "s/f..tif +");
    }

    @Test
    void theListedFolderMayItselfBeHidden() {
        try (Stream<GenerationRequest> requests = SceneListing.of(
                "/.cache/x",
                Stream.of("/.cache/x.tif", "/.cache/x/.y.tif", "/.cache/x/z.tif"),
                UnaryOperator.identity(),
                VENDORS,
                SceneOptions.ofDefaults(),
                warning -> {})) {
            assertThat(requests)
                    .flatExtracting(GenerationRequest::assetPaths)
                    .containsExactlyInAnyOrder("/.cache/x.tif", "/.cache/x/z.tif");
        }
    }

    @Test
    void otherFilesAreOneSceneEachWithTheMetadataNextToThem() {
        assertThat(scenes("a.tif", "a.json", "a1.tif", "a_metadata.json", "a.xml", "b.TIF", "c.json", "readme.txt"))
                .containsExactlyInAnyOrder("a.tif + a.json a.xml a_metadata.json", "a1.tif +", "b.TIF +");
        assertThat(scenes("a.tif", "a.tif.aux.xml", "a.tif.xml", "a.xml", "b.TIF", "b.TIF.json"))
                .containsExactlyInAnyOrder("a.tif + a.tif.xml a.xml", "b.TIF + b.TIF.json");
    }

    @Test
    void filesOfOneStemAreOneSceneWhereTheUserWantsIt() {
        assertThat(scenes(
                        groupBy("(?<item>[^/]+)_B\\d+\\.tif"),
                        "x_B1.tif",
                        "x_B2.tif",
                        "x.json",
                        "x_metadata.json",
                        "y_B1.tif",
                        "other.tif"))
                .containsExactlyInAnyOrder("x_B1.tif x_B2.tif + x.json x_metadata.json", "y_B1.tif +", "other.tif +");
    }

    @Test
    void aGroupMayStandWithinTheName() {
        assertThat(scenes(groupBy("B\\d+_(?<item>\\w+)\\.tif"), "B1_x.tif", "B2_x.tif", "B1_y.tif", "s/B1_x.tif"))
                .containsExactlyInAnyOrder("B1_x.tif B2_x.tif +", "B1_y.tif +", "s/B1_x.tif +");
    }

    @Test
    void bareNamesOfBandsAreASceneWhereMetadataSayWhose() {
        assertThat(scenes("s/B02.tif", "s/B8A.tif", "s/MTD_TL.xml", "t/B02.json", "t/B02.tif", "t/B03.tif"))
                .containsExactlyInAnyOrder(
                        "s/B02.tif s/B8A.tif s/MTD_TL.xml + s/MTD_TL.xml", "t/B02.tif + t/B02.json", "t/B03.tif +");
    }

    @Test
    void anImageMayBeNamedLikeTheStartOfAVendorsFiles() {
        String item = "20170831_172754_101c";

        assertThat(scenes(item + ".json", item + ".tif")).containsExactly(item + ".tif + " + item + ".json");
        assertThat(scenes(item + "_metadata.json", item + "_3B_Visual.tif", item + ".json", item + ".tif"))
                .containsExactlyInAnyOrder(
                        "%1$s_3B_Visual.tif %1$s_metadata.json + %1$s_metadata.json".formatted(item),
                        item + ".tif + " + item + ".json");
    }

    @Test
    void aProductMayBeSplitOverFoldersWithinTheOneOfItsName() {
        String folder = "x/" + LANDSAT + "/";

        assertThat(scenes(
                        folder + "meta/" + LANDSAT + "_MTL.txt",
                        folder + "sr/" + LANDSAT + "_SR_B2.TIF",
                        folder + "sr/b/" + LANDSAT + "_SR_B3.TIF",
                        folder + LANDSAT + "_QA_PIXEL.TIF",
                        "y/" + LANDSAT + "_SR_B2.TIF"))
                .hasSize(2)
                .anySatisfy(scene -> assertThat(scene)
                        .contains("_SR_B2.TIF", "_SR_B3.TIF", "_QA_PIXEL.TIF", "+ " + folder + "meta/")
                        .doesNotContain("y/"));
    }

    @Test
    void bandsOfATileMayLieInFoldersByResolution() {
        assertThat(scenes(
                        "s/MTD_TL.xml",
                        "s/R10m/T32TNS_20230615T102031_B02_10m.jp2",
                        "s/IMG_DATA/R60m/T32TNS_20230615T102031_B01_60m.jp2"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S2B_MSIL2A_20230615T102031_N0509_R065_T32TNS_20230615T120000.SAFE.zip",
                "LC08_L2SP_047027_20201204_20210313_02_T1.tar",
                "LC08_CU_003010_20200104_20210504_02_SR.tar",
                "20220605_124027_64_242b_3B_AnalyticMS.zip",
                "order.TAR.GZ",
                "a/b c.7z"
            })
    void anArchiveIsLeftOutWithAWarning(String name) {
        List<Warning> warnings = new ArrayList<>();
        try (Stream<GenerationRequest> requests = SceneListing.of(
                "/d",
                Stream.of("/d/" + name, "/d/z.tif"),
                UnaryOperator.identity(),
                VENDORS,
                SceneOptions.ofDefaults(),
                warnings::add)) {
            assertThat(requests).hasSize(1);
        }
        assertThat(warnings)
                .singleElement()
                .returns("archive-left-out", Warning::code)
                .satisfies(warning -> assertThat(warning.message()).contains(name));
    }

    @Test
    void metadataOfOneTileAreNotThoseOfSeveral() {
        List<Warning> warnings = new ArrayList<>();
        try (Stream<GenerationRequest> requests = SceneListing.of(
                "/d",
                Stream.of(
                        "/d/MTD_TL.xml",
                        "/d/T33XWJ_20220413T150759_B02_10m.jp2",
                        "/d/T33XWJ_20220413T150759_B03_10m.jp2",
                        "/d/T33XWK_20220413T150759_B02_10m.jp2"),
                UnaryOperator.identity(),
                VENDORS,
                SceneOptions.ofDefaults(),
                warnings::add)) {
            assertThat(requests)
                    .extracting(request -> request.assetPaths().size())
                    .containsExactlyInAnyOrder(2, 1);
        }
        assertThat(warnings)
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("MTD_TL.xml"));
    }

    @Test
    void filesOfATileAreASceneWithoutTheMetadataOfTheProduct() {
        assertThat(scenes(
                        "T33XWJ_20220413T150759_B02_10m.jp2",
                        "T33XWJ_20220413T150759_B03_10m.jp2",
                        "T33XWJ_20220414T150759_B02_10m.jp2"))
                .hasSize(2);
    }

    @Test
    void theItemIsNamedByATemplate() {
        SceneOptions options = SceneOptions.builder()
                .itemId("acme-{product}")
                .collection("c.json")
                .provider("acme")
                .build();
        assertThat(requests(options, "a.tif", LANDSAT + "_B1.TIF"))
                .allSatisfy(request -> {
                    assertThat(request.collection().orElse(null)).isEqualTo("c.json");
                    assertThat(request.provider()).contains("acme");
                })
                .extracting(request -> request.itemId().orElse(null))
                .containsExactlyInAnyOrder("acme-a", "acme-" + LANDSAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_(B\\d)", "(?<item>["})
    void anExpressionWithoutItemIsRefused(String expression) {
        assertThatThrownBy(() -> groupBy(expression))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .hasMessageContaining(expression);
    }

    @Test
    void aMillionNamesFitInto64MiB() throws Exception {
        assertThat(ChildJvm.run(ManyNames.class, List.of("-Xmx64m"))).containsExactly("400000");
    }

    /**
     * Prints the number of scenes among a million names: in each folder ten of four files, and ten rasters of no
     * vendor.
     */
    static final class ManyNames {

        private static final String[] FILES = {"ANG.txt", "MTL.txt", "SR_B1.TIF", "SR_B2.TIF"};

        private ManyNames() {}

        public static void main(String[] args) {
            Stream<String> hrefs = IntStream.range(0, 1_000_000).mapToObj(ManyNames::name);
            try (Stream<GenerationRequest> requests = SceneListing.of(
                    "/d", hrefs, UnaryOperator.identity(), VENDORS, SceneOptions.ofDefaults(), warning -> {})) {
                System.out.println(requests.count());
            }
        }

        private static String name(int i) {
            int scene = i / 50;
            return i % 50 < 40
                    ? "/d/%06d/LC08_L2SP_0470%02d_20201204_20210313_02_T1_%s"
                            .formatted(scene, i % 50 / 4, FILES[i % 50 % 4])
                    : "/d/%06d/z%02d.tif".formatted(scene, i % 50);
        }
    }
}
