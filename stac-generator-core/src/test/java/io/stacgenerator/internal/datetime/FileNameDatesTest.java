package io.stacgenerator.internal.datetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameDatesTest {

    @ParameterizedTest
    @CsvSource({
        "20220722T105631, 2022-07-22T10:56:31Z",
        "20220722105631, 2022-07-22T10:56:31Z",
        "202207221056, 2022-07-22T10:56:00Z",
        "20220722, 2022-07-22T00:00:00Z",
        "23JUN01101112-P2AS_R1C1-012345678901_01_P001, 2023-06-01T10:11:12Z",
        "09aug31235959-M1BS-012345678901_01_P001, 2009-08-31T23:59:59Z",
        "2022-07-22, 2022-07-22T00:00:00Z",
        "2022_07_22, 2022-07-22T00:00:00Z",
        "2022 07 22, 2022-07-22T00:00:00Z",
        "chirps-v2.0.2022.07.22, 2022-07-22T00:00:00Z",
        "2022-07-22T10:56:31Z, 2022-07-22T10:56:31Z",
        "era5-2021-01-01T00:00, 2021-01-01T00:00:00Z",
        "20220722_105631_82_2407, 2022-07-22T10:56:31Z",
        "2022-07-22-10-56-31, 2022-07-22T10:56:31Z",
        "T31UFT_20220722T105631_B02_10m, 2022-07-22T10:56:31Z",
        "LC08_L2SP_198024_20220722_20220726_02_T1_SR_B4, 2022-07-22T00:00:00Z",
        "lc08_l2sp_198024_20220722_20220726_02_t1_sr_b4, 2022-07-22T00:00:00Z",
        "OPERA_L3_DSWx-HLS_T11SLT_20230418T183529Z_20230420T182528Z_L8_30_v1.0_B01_WTR, 2023-04-18T18:35:29Z",
        "m_3008501_ne_16_1_20110815_20120314, 2011-08-15T00:00:00Z",
        "m_3008501_SW_16_060_20191116_20200213, 2019-11-16T00:00:00Z",
        "S2A_MSIL2A_20220722T105631_N0400_R094_T31UFT_20220722T172401, 2022-07-22T10:56:31Z",
        "scene_19991301_20000229, 2000-02-29T00:00:00Z",
        "tile_20220722_998877, 2022-07-22T00:00:00Z",
        "map_1969-07-20, 1969-07-20T00:00:00Z",
        "aerial_18980412, 1898-04-12T00:00:00Z",
        "tas_2099-12-31, 2099-12-31T00:00:00Z",
        "HLS.L30.T32TMT.2021123T101112.v2.0.B04, 2021-05-03T10:11:12Z",
        "MOD13Q1.A2020153.h18v04.006.2020169012345, 2020-06-01T00:00:00Z",
        "MOD021KM.A2020153.1505.061.2020154012345, 2020-06-01T15:05:00Z",
        "x_2020-366, 2020-12-31T00:00:00Z",
        "LC81980242013076LGN00_B4, 2013-03-17T00:00:00Z",
        "SVM01_npp_d20200601_t1234567_e1238901_b12345_c20200601200000, 2020-06-01T12:34:56Z",
        "x_22-07-2022, 2022-07-22T00:00:00Z",
        "x_07-22-2022, 2022-07-22T00:00:00Z",
        "x_22072022, 2022-07-22T00:00:00Z",
        "x_05.05.2022, 2022-05-05T00:00:00Z",
        "x_22Jul2022, 2022-07-22T00:00:00Z",
        "x_2-july-2022, 2022-07-02T00:00:00Z",
        "x_2022JUL22, 2022-07-22T00:00:00Z",
        "a_20220722_b_20230722, 2022-07-22T00:00:00Z",
        "a_20220722_20200722, 2022-07-22T00:00:00Z",
        "a_20220722_20220722, 2022-07-22T00:00:00Z",
        "IMG_SPOT7_MS_201609261026184_ORT_SPOT7_20161012_1353511, 2016-09-26T10:26:18Z",
        "MSG3-SEVI-20210101001241.896000000Z-NA, 2021-01-01T00:12:41Z",
        "AST_L1T_00305142006194629_20150511123457_25662, 2006-05-14T19:46:29Z",
        "ECO2LSTE.001_SDS_LST_doy2019201103246_aid0001, 2019-07-20T10:32:46Z",
        "MOD13Q1.061__250m_16_days_NDVI_doy2019201_aid0001, 2019-07-20T00:00:00Z",
        "1853211_2021-06-05_RE3_3A_Analytic, 2021-06-05T00:00:00Z",
        "map_July_4_1976, 1976-07-04T00:00:00Z",
        "map July 4 1976, 1976-07-04T00:00:00Z",
        "2021-03-04T10_11_12Z, 2021-03-04T10:11:12Z",
        "2021-03-04T101112+0200, 2021-03-04T08:11:12Z",
        "2021-03-04T10:11:12-05:30, 2021-03-04T15:41:12Z",
        "20210304T101112-0001, 2021-03-04T10:11:12Z",
        "20210304_created_20220101, 2021-03-04T00:00:00Z"
    })
    void nameHoldsADate(String name, String time) {
        assertThat(FileNameDates.of(name + ".tif", null).span()).contains(TimeSpan.at(Instant.parse(time)));
    }

    @ParameterizedTest
    @CsvSource({
        "ndvi_2020-01-01_2020-12-31, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_20210601-2021-07-01, 2021-06-01T00:00:00Z, 2021-07-01T23:59:59Z",
        "landcover_20190101_20191231, 2019-01-01T00:00:00Z, 2019-12-31T23:59:59Z",
        "landcover_20190101-20191231, 2019-01-01T00:00:00Z, 2019-12-31T23:59:59Z",
        "x_2020-01-01-2020-12-31, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_2020_01_01_2020_12_31, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_2020.01.01.2020.12.31, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_20200101_to_20201231, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_20200101--20201231, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_13-02-2020_31-12-2020, 2020-02-13T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_2020001_2020366, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_202001_202012, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_2020-01_2020-12, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_1961-01-01_1990-12-31, 1961-01-01T00:00:00Z, 1990-12-31T23:59:59Z",
        "S1A_IW_GRDH_1SDV_20210901T054321_20210901T054346_039489_04A9, 2021-09-01T05:43:21Z, 2021-09-01T05:43:46Z",
        "S3A_OL_1_EFR____20210901T101112_20210901T101412_20210902T135500_0179, 2021-09-01T10:11:12Z, 2021-09-01T10:14:12Z",
        "OR_ABI-L1b-RadF-M6C01_G16_s20201531600203_e20201531609511_c20201531609557, 2020-06-01T16:00:20Z, 2020-06-01T16:09:51Z"
    })
    void twoDatesAreARange(String name, String start, String end) {
        assertThat(FileNameDates.of(name + ".tif", null).span())
                .contains(new TimeSpan(Instant.parse(start), Instant.parse(end), true));
    }

    @ParameterizedTest
    @CsvSource({
        "SVM05_npp_d20200227_t1945004_e1950404_b43216_c20200228041422_oebc_ops, 2020-02-27T19:45:00Z",
        "IMG-HH-ALOS2146686640-170209-FBDR1.5GUA, 2017-02-09T00:00:00Z",
        "HS_H08_20200101_0210_B03_FLDK_R05_S0110, 2020-01-01T02:10:00Z",
        "NC_H09_20230101_0210_R21_FLDK, 2023-01-01T02:10:00Z"
    })
    void aSatelliteHasItsOwnForm(String name, String start) {
        assertThat(FileNameDates.of(name + ".tif", null).span())
                .map(TimeSpan::start)
                .contains(Instant.parse(start));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LC08_L2SP_037034_20201222_20210310_02_T1_SR_B4",
                "clip_LC08_L2SP_037034_20201222_20210310_02_T1_SR_B4",
                "m_3808532_nw_16_1_20201222_20210401",
                "OPERA_L3_DSWx-HLS_T10SEG_20201222T000000Z_20210103T123456Z_S2A_30_v1.0_B01_WTR",
                "20201222T000000_20210103T123456_T10SEG"
            })
    void dateOfTheProcessingEndsNoRange(String name) {
        assertThat(FileNameDates.of(name + ".tif", null).span())
                .contains(TimeSpan.at(Instant.parse("2020-12-22T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "site_05-06-2020_20200801, 05-06-2020",
        "IMG_190704_142233, 190704",
        "tas_190101-201412, 190101",
        "map_updated_2021-03-01, 2021-03-01",
        "map-version 20210301, 20210301"
    })
    void noOtherDateIsTakenForOneThatIsRefused(String name, String refused) {
        FileNameDates dates = FileNameDates.of(name + ".tif", null);

        assertThat(dates.span()).isEmpty();
        assertThat(dates.refused()).first().asString().startsWith("'" + refused + "' (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_2020-07", "x_202007", "x_2020_07", "x.2020.07", "x_jul2020", "x_2020-July"})
    void monthIsARangeThatGoesByItsFirstDay(String name) {
        assertThat(FileNameDates.of(name + ".tif", null).span())
                .contains(new TimeSpan(
                        Instant.parse("2020-07-01T00:00:00Z"), Instant.parse("2020-07-31T23:59:59Z"), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "scene",
                "12345678",
                "202207221",
                "1234567890123",
                "x20220722",
                "2022-0722",
                "tile_2048_12",
                "landcover_2019_10m",
                "17990101",
                "c20220722"
            })
    void otherNumbersAreNoDates(String name) {
        assertThat(FileNameDates.of(name, null).span()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20221301, 20221301",
        "20220732, 20220732",
        "a_2023-02-29, 2023-02-29",
        "a_05-06-2020, 05-06-2020",
        "a_1066-10-14, 1066-10-14"
    })
    void whatLooksLikeADateIsRefused(String name, String refused) {
        FileNameDates dates = FileNameDates.of(name, null);

        assertThat(dates.span()).isEmpty();
        assertThat(dates.refused()).singleElement().asString().startsWith("'" + refused + "' (");
    }

    @ParameterizedTest
    @CsvSource({"landcover_2020.tif, 2020", "ndvi-1987-v2.tif, 1987", "change_2000_2020.tif, 2000"})
    void aYearAloneIsRefused(String name, String year) {
        FileNameDates dates = FileNameDates.of(name, null);

        assertThat(dates.span()).isEmpty();
        assertThat(dates.refused()).first().isEqualTo("'" + year + "' (a year alone)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile_2048.tif", "dem2000m.tif", "a_12020.tif", "x_1.2020.tif", "map_2000x2000.tif"})
    void otherNumbersAreNoYears(String name) {
        assertThat(FileNameDates.of(name, null).refused()).isEmpty();
    }
}
