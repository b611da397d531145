package io.stacgenerator.internal.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.spi.vendor.Vendor;
import io.stacgenerator.testkit.VendorContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class VendorContractTest {

    @Nested
    final class OfAirbus extends Contract {

        OfAirbus() {
            super(
                    new Airbus(),
                    "IMG_PHR1A_MS_002/DIM_PHR1A_MS_202108201553330_ORT_5888578101-2.XML",
                    VendorDocuments.DIMAP,
                    "IMG_PHR1A_MS_002/IMG_PHR1A_MS_202108201553330_ORT_5888578101-2_R1C1.TIF",
                    "IMG_PHR1A_P_001/IMG_PHR1A_P_202108201553330_ORT_5888578101-1_R1C1.TIF");
        }
    }

    @Nested
    final class OfEarthdata extends Contract {

        OfEarthdata() {
            super(
                    new Earthdata(),
                    "MOD09A1.A2022033.h19v10.061.2022042043514.hdf.xml",
                    VendorDocuments.ECS,
                    "MOD09A1.A2022033.h19v10.061.2022042043514.hdf");
        }
    }

    @Nested
    final class OfLandsat extends Contract {

        OfLandsat() {
            super(
                    new Landsat(),
                    "LC08_L2SP_047027_20201204_20210313_02_T1_MTL.txt",
                    VendorDocuments.MTL_TXT,
                    "LC08_L2SP_047027_20201204_20210313_02_T1_SR_B4.TIF");
        }
    }

    @Nested
    final class OfLandsatArd extends Contract {

        OfLandsatArd() {
            super(
                    new Landsat(),
                    "LC08_CU_005009_20200812_20210504_02.xml",
                    VendorDocuments.ARD,
                    "LC08_CU_005009_20200812_20210504_02_SR_B4.TIF",
                    "LC08_CU_005009_20200812_20210504_02_QA_LINEAGE.TIF");
        }
    }

    @Nested
    final class OfMaxar extends Contract {

        OfMaxar() {
            super(
                    new Maxar(),
                    "012345678901_01_P001_MUL/21OCT01101112-M2AS-012345678901_01_P001.IMD",
                    VendorDocuments.IMD,
                    "012345678901_01_P001_MUL/21OCT01101112-M2AS-012345678901_01_P001.TIF",
                    "012345678901_01_P001_PAN/21OCT01101112-P2AS-012345678901_01_P001.TIF");
        }
    }

    @Nested
    final class OfCosmoSkyMed extends Contract {

        OfCosmoSkyMed() {
            super(
                    new CosmoSkyMed(),
                    "DFDN_CSKS3_SCS_B_HI_09_VV_RA_SF_20140902063229_20140902063236.h5.xml",
                    RadarDocuments.COSMO_SKYMED,
                    "CSKS3_SCS_B_HI_09_VV_RA_SF_20140902063229_20140902063236.h5");
        }
    }

    @Nested
    final class OfOpenAerialMap extends Contract {

        OfOpenAerialMap() {
            super(
                    new OpenAerialMap(),
                    "0/575fcf142b67227a79b4fbfd_meta.json",
                    VendorDocuments.OPEN_AERIAL_MAP,
                    "0/575fcf142b67227a79b4fbfd.tif");
        }
    }

    @Nested
    final class OfOpenDroneMap extends Contract {

        OfOpenDroneMap() {
            super(
                    new OpenDroneMap(),
                    "okongo/odm_report/stats.json",
                    VendorDocuments.ODM_STATS,
                    "okongo/odm_orthophoto/odm_orthophoto.tif",
                    "okongo/odm_dem/dsm.tif",
                    "okongo/odm_report/report.pdf");
        }
    }

    @Nested
    final class OfPlanet extends Contract {

        OfPlanet() {
            super(
                    new Planet(),
                    "20170831_172754_101c_3B_AnalyticMS_metadata.xml",
                    VendorDocuments.PLANET_XML,
                    "20170831_172754_101c_3B_AnalyticMS.tif");
        }
    }

    @Nested
    final class OfRadarsat extends Contract {

        OfRadarsat() {
            super(
                    new Radarsat(),
                    "RS2_OK12345_PK67890_DK1_FQ9_20100427_000142_HH_VV_HV_VH_SLC/product.xml",
                    RadarDocuments.RADARSAT_2,
                    "RS2_OK12345_PK67890_DK1_FQ9_20100427_000142_HH_VV_HV_VH_SLC/imagery_HH.tif",
                    "RS2_OK12345_PK67890_DK1_FQ9_20100427_000142_HH_VV_HV_VH_SLC/imagery_HV.tif");
        }
    }

    @Nested
    final class OfSaocom extends Contract {

        OfSaocom() {
            super(
                    new Saocom(),
                    "S1A_OPER_SAR_EOSSP__CORE_L1A_OLF_20211117T174240/S1A_OPER_SAR_EOSSP__CORE_L1A_OLF_20211117T174240.xemt",
                    RadarDocuments.SAOCOM,
                    "S1A_OPER_SAR_EOSSP__CORE_L1A_OLF_20211117T174240/Data/slc-acqId0000588416-a-sm5-0000000000-hh-h.tif");
        }
    }

    @Nested
    final class OfSentinel1 extends Contract {

        private static final String SAFE = "S1A_IW_GRDH_1SDV_20240302T052500_20240302T052525_052800_0663AB_1F2E.SAFE/";

        OfSentinel1() {
            super(
                    new Sentinel1(),
                    SAFE + "manifest.safe",
                    VendorDocuments.S1_MANIFEST,
                    SAFE + "measurement/s1a-iw-grd-vv-20240302t052500-20240302t052525-052800-0663ab-001.tiff",
                    SAFE + "annotation/calibration/"
                            + "noise-s1a-iw-grd-vh-20240302t052500-20240302t052525-052800-0663ab-002.xml");
        }
    }

    @Nested
    final class OfSentinel2 extends Contract {

        private static final String SAFE = "S2B_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126.SAFE/";

        OfSentinel2() {
            super(
                    new Sentinel2(),
                    SAFE + "MTD_MSIL2A.xml",
                    VendorDocuments.S2_PRODUCT,
                    SAFE
                            + "GRANULE/L2A_T33XWJ_A026649_20220413T150756/IMG_DATA/R10m/T33XWJ_20220413T150759_B02_10m.jp2");
        }
    }

    @Nested
    final class OfCapella extends Contract {

        OfCapella() {
            super(
                    new Capella(),
                    "CAPELLA_C02_SP_GEO_HH_20201209213329_20201209213332_extended.json",
                    RadarDocuments.CAPELLA,
                    "CAPELLA_C02_SP_GEO_HH_20201209213329_20201209213332.tif");
        }
    }

    @Nested
    final class OfIceye extends Contract {

        OfIceye() {
            super(
                    new Iceye(),
                    "ICEYE_X7_GRD_SM_154171_20211027T183203.xml",
                    RadarDocuments.ICEYE,
                    "ICEYE_X7_GRD_SM_154171_20211027T183203.tif");
        }
    }

    @Nested
    final class OfSentinel3 extends Contract {

        OfSentinel3() {
            super(
                    new Sentinel3(),
                    "S3A_OL_1_EFR____20211021T073827_20211021T074112_20211021T091357_0164_077_334_4320_LN1_O_NR_002.SEN3/xfdumanifest.xml",
                    VendorDocuments.S3_MANIFEST,
                    "S3A_OL_1_EFR____20211021T073827_20211021T074112_20211021T091357_0164_077_334_4320_LN1_O_NR_002.SEN3/Oa01_radiance.nc");
        }
    }

    @Nested
    final class OfSentinel5P extends Contract {

        OfSentinel5P() {
            super(
                    new Sentinel5P(),
                    "S5P_NRTI_L2__NO2____20210827T012135_20210827T012635_20056_02_020200_20210827T021525.json",
                    VendorDocuments.S5P,
                    "S5P_NRTI_L2__NO2____20210827T012135_20210827T012635_20056_02_020200_20210827T021525.nc");
        }
    }

    @Nested
    final class OfSpot extends Contract {

        OfSpot() {
            super(new Spot(), "SCENE01/METADATA.DIM", VendorDocuments.DIMAP_1, "SCENE01/IMAGERY.TIF");
        }
    }

    @Nested
    final class OfTerraSarX extends Contract {

        OfTerraSarX() {
            super(
                    new TerraSarX(),
                    "TDX1_SAR__EEC_RE___SM_S_SRA_20210805T210730_20210805T210738/TDX1_SAR__EEC_RE___SM_S_SRA_20210805T210730_20210805T210738.xml",
                    RadarDocuments.TERRASAR_X,
                    "TDX1_SAR__EEC_RE___SM_S_SRA_20210805T210730_20210805T210738/IMAGEDATA/IMAGE_HH_SRA_strip_016.tif",
                    "TDX1_SAR__EEC_RE___SM_S_SRA_20210805T210730_20210805T210738/PREVIEW/BROWSE.tif");
        }
    }

    @Nested
    final class OfUmbra extends Contract {

        OfUmbra() {
            super(
                    new Umbra(),
                    "2023-10-02-02-35-00_UMBRA-04_METADATA.json",
                    RadarDocuments.UMBRA,
                    "2023-10-02-02-35-00_UMBRA-04_GEC.tif");
        }
    }

    abstract static class Contract extends VendorContract {

        private final Vendor vendor;
        private final String document;
        private final String text;
        private final List<String> assets;

        Contract(Vendor vendor, String document, String text, String... assets) {
            this.vendor = vendor;
            this.document = document;
            this.text = text;
            this.assets = List.of(assets);
        }

        @Override
        protected Vendor vendor() {
            return vendor;
        }

        @Override
        protected String document() {
            return document;
        }

        @Override
        protected byte[] example() {
            return text.getBytes(UTF_8);
        }

        @Override
        protected List<String> assets() {
            return assets;
        }
    }
}
