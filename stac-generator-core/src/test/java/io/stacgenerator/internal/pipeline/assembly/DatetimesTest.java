package io.stacgenerator.internal.pipeline.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.stacgenerator.DatetimeFallback;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.testkit.FakeContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatetimesTest {

    private static final GenerationOptions FALLBACK = GenerationOptions.builder()
            .datetimeFallback(DatetimeFallback.LAST_MODIFIED)
            .build();
    private static final String TAG = "TIFFTAG_DATETIME";
    private static final String ACQUISITION = "IMAGERY:ACQUISITIONDATETIME";

    @ParameterizedTest
    @CsvSource({
        "2022-07-22T12:56:31+02:00, 2022-07-22T10:56:31Z",
        "2022-07-22T10:56:31Z, 2022-07-22T10:56:31Z",
        "2022-07-22T10:56:31.5Z, 2022-07-22T10:56:31.500Z"
    })
    void tagWithAZoneIsExact(String tag, String time) {
        Datetimes.Found found = find(item(asset(Map.of(ACQUISITION, tag), null)));

        assertThat(Datetimes.text(found.time())).isEqualTo(time);
        assertThat(found.origin()).isEqualTo("asset:a0 " + ACQUISITION);
        assertThat(found.warning()).isNull();
    }

    @Test
    void timesOfTheDataAreARange() {
        Datetimes.Found found = find(item(
                asset(
                        Map.of(
                                "TIME:START",
                                "2022-07-01T00:00:00Z",
                                "TIME:END",
                                "2022-07-03T00:00:00Z",
                                TAG,
                                "2021:01:01 00:00:00"),
                        null),
                asset(Map.of("TIME:START", "2022-06-01T00:00:00Z", "TIME:END", "2022-06-02T00:00:00Z"), null),
                asset(Map.of(TAG, "2022:09:01 00:00:00"), null)));

        assertThat(found.time()).isEqualTo("2022-06-01T00:00:00Z");
        assertThat(found.end()).isEqualTo("2022-07-03T00:00:00Z");
        assertThat(found.origin()).isEqualTo("asset:a1 TIME:START");
    }

    @Test
    void rangeOfTheDataIsWrittenNextToItsStart() {
        assertThat(written("2022-07-01T00:00:00Z", "2022-07-02T00:00:00Z"))
                .containsExactly(
                        entry("datetime", "2022-07-01T00:00:00Z"),
                        entry("start_datetime", "2022-07-01T00:00:00Z"),
                        entry("end_datetime", "2022-07-02T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NC_GLOBAL#time_coverage_start=2020-01-01T00:00:00+01:00;NC_GLOBAL#time_coverage_end=2020-01-02T00:00:00Z \
            | 2019-12-31T23:00:00Z | 2020-01-02T00:00:00Z
            time_coverage_start=2020-01-01;time_coverage_end=2020-12-31 | 2020-01-01T00:00:00Z | 2020-12-31T23:59:59Z
            time_coverage_start=2018;time_coverage_end=2020 | 2018-01-01T00:00:00Z | 2020-12-31T23:59:59Z
            NC_GLOBAL#time_coverage_start=2018 | 2018-01-01T00:00:00Z | 2018-12-31T23:59:59Z
            RANGEBEGINNINGDATE=2021-05-03;RANGEBEGINNINGTIME=10:15:00.000000;RANGEENDINGDATE=2021-05-03;\
            RANGEENDINGTIME=10:20:00 | 2021-05-03T10:15:00Z | 2021-05-03T10:20:00Z
            NC_GLOBAL#RangeBeginningDate=2021-05-03;NC_GLOBAL#RangeEndingDate=2021-05-18 \
            | 2021-05-03T00:00:00Z | 2021-05-18T23:59:59Z
            NC_GLOBAL#start_time=2021-05-03T10:15:00.5Z;NC_GLOBAL#stop_time=2021-05-03T10:18:00.5Z \
            | 2021-05-03T10:15:00.500Z | 2021-05-03T10:18:00.500Z
            START_TIME=2004-03-08T12:13:14.123;STOP_TIME=UNK;PRODUCT_CREATION_TIME=2010-01-01 | 2004-03-08T12:13:14.123Z |
            NITF_IDATIM=20210602101112;NITF_FDT=20230101000000 | 2021-06-02T10:11:12Z |
            ENVI:acquisition_time=2021-06-02T10:11:12.0Z | 2021-06-02T10:11:12Z |
            DATE-OBS=2021-06-02T10:11:12;DATE=2023-01-01T00:00:00 | 2021-06-02T10:11:12Z |
            NITF_IDATIM=--------------;DATE-OBS=2021-06-02 | 2021-06-02T00:00:00Z |
            NITF_IDATIM=20021216151629;DATE-OBS=2021-06-02 | 2021-06-02T00:00:00Z |
            """)
    void formatsSayByTheirOwnTagsWhenTheDataWereAcquired(String tags, Instant start, @Nullable Instant end) {
        Map<String, String> byName = new LinkedHashMap<>();
        Stream.of(tags.split(";")).map(tag -> tag.strip().split("=")).forEach(tag -> byName.put(tag[0], tag[1]));
        byName.put(TAG, "2024:01:01 00:00:00");

        Datetimes.Found found = find(item(asset(byName, null)));

        assertThat(found.time()).isEqualTo(start);
        assertThat(found.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NITF_FDT",
                "DATE",
                "PRODUCT_CREATION_TIME",
                "NC_GLOBAL#date_created",
                "PRODUCTIONDATETIME",
                "NC_GLOBAL#history",
                "EXIF:DateTime"
            })
    void timesOfWritersAreNotThoseOfTheData(String tag) {
        assertMissing(item(asset(Map.of(tag, "2021-06-02T10:11:12Z"), null)), GenerationOptions.ofDefaults());
    }

    @Test
    void oneTimeIsNoRange() {
        assertThat(written("2022-07-01T00:00:00Z", "2022-07-01T00:00:00Z"))
                .containsExactly(entry("datetime", "2022-07-01T00:00:00Z"));
    }

    private static Map<String, Object> written(String start, String end) {
        Map<String, Object> properties = new LinkedHashMap<>();
        ItemDraft item = item(asset(Map.of("TIME:START", start, "TIME:END", end), null));
        assertThat(ItemDatetime.set(properties, item, List.of("a.nc"), FakeContext.of()))
                .contains("asset:a0 TIME:START");
        return properties;
    }

    @ParameterizedTest
    @CsvSource({
        "2022:07:22 10:56:31",
        "2022-07-22T10:56:31",
        "2022/07/22 10:56:31",
        "2022-07-22 10:56:31",
        "' 2022:07:22 10:56:31 '"
    })
    void tagWithoutZoneIsTakenAsUtcWithAWarning(String tag) {
        Datetimes.Found found = find(item(asset(Map.of(TAG, tag), null)));

        assertThat(found.time()).isEqualTo("2022-07-22T10:56:31Z");
        assertThat(found.warning()).extracting(Warning::code).isEqualTo("assumed-utc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "0000:00:00 00:00:00",
                "2022:02:30 10:00:00",
                "2022:13:01 10:00:00",
                "2022:07:22 24:00:00",
                "    :  :     :  :  "
            })
    void tagThatIsNoDateIsPassedOver(String tag) {
        assertMissing(item(asset(Map.of(TAG, tag), null)), GenerationOptions.ofDefaults());
    }

    @Test
    void earliestTagOfAllAssetsCounts() {
        ItemDraft item = item(
                asset(Map.of(TAG, "2022:07:22 10:00:02"), null),
                asset(Map.of(TAG, "2022:07:22 10:00:01"), null),
                asset(Map.of(), null));

        assertThat(find(item).time()).isEqualTo("2022-07-22T10:00:01Z");
        assertThat(find(item).origin()).isEqualTo("asset:a1 " + TAG);
    }

    @Test
    void timeOfAcquisitionComesBeforeTimeOfWriting() {
        ItemDraft item = item(asset(Map.of(ACQUISITION, "2022-07-22T10:00:00Z", TAG, "2021:01:01 00:00:00"), null));

        assertThat(find(item).time()).isEqualTo("2022-07-22T10:00:00Z");
    }

    @Test
    void tagComesBeforeFileName() {
        ItemDraft item = item(asset(Map.of(TAG, "2022:07:22 10:00:00"), null));

        assertThat(find(item, "a_20200101.tif").time()).isEqualTo("2022-07-22T10:00:00Z");
    }

    @Test
    void earliestFileNameCountsWithAWarning() {
        Datetimes.Found found = find(item(asset(Map.of(), null)), "a_20220722.tif", "b_20210101.tif", "c.tif");

        assertThat(found.time()).isEqualTo("2021-01-01T00:00:00Z");
        assertThat(found.warning()).extracting(Warning::code).isEqualTo("datetime-from-name");
    }

    @Test
    void rangeOfAFileNameHasNoDatetime() {
        Map<String, Object> properties = new LinkedHashMap<>();
        ItemDatetime.set(
                properties, item(asset(Map.of(), null)), List.of("ndvi_2020-01-01_2020-12-31.tif"), FakeContext.of());

        assertThat(properties)
                .containsExactly(
                        entry("datetime", null),
                        entry("start_datetime", "2020-01-01T00:00:00Z"),
                        entry("end_datetime", "2020-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @CsvSource({"0000:00:00 00:00:00, a.tif", "2022:02:30 10:00:00, a.tif", "'', a_2022-02-30.tif"})
    void whatIsRefusedIsReported(String tag, String name) {
        List<Warning> warnings = new ArrayList<>();

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> Datetimes.find(
                        item(asset(Map.of(TAG, tag), null)),
                        List.of(name),
                        Optional.empty(),
                        GenerationOptions.ofDefaults(),
                        warnings::add))
                .withMessageContaining("; refused: the ");
        assertThat(warnings).extracting(Warning::code).containsExactly("datetime-refused");
    }

    @Test
    void ownPatternTakesThePlaceOfTheCommonForms() {
        GenerationOptions options = GenerationOptions.builder()
                .datetimePattern(Pattern.compile("_(?<day>\\d\\d)(?<month>\\d\\d)(?<year>\\d{4})"))
                .build();
        Datetimes.Found found = Datetimes.find(
                item(asset(Map.of(), null)),
                List.of("20200101_05062020_07062020.tif"),
                Optional.empty(),
                options,
                warning -> {});

        assertThat(found.time()).isEqualTo("2020-06-05T00:00:00Z");
        assertThat(found.end()).isEqualTo("2020-06-07T23:59:59Z");
    }

    @Test
    void theNameOfTheProductServesWhereFilesHaveNoDate() {
        ItemDraft item = item(asset(Map.of(), null));
        Optional<String> product = Optional.of("S2B_33XWJ_20220413_0_L2A");

        assertThat(Datetimes.find(item, List.of("B02.tif"), product, FALLBACK, warning -> {}))
                .returns(Instant.parse("2022-04-13T00:00:00Z"), Datetimes.Found::time)
                .returns("id", Datetimes.Found::origin);
        assertThat(Datetimes.find(item, List.of("a_20230101.tif"), product, FALLBACK, warning -> {}))
                .returns(Instant.parse("2023-01-01T00:00:00Z"), Datetimes.Found::time);
    }

    @Test
    void lastModificationCountsOnlyWhenAllowed() {
        ItemDraft item = item(
                asset(Map.of(), Instant.parse("2022-01-01T00:00:00Z")),
                asset(Map.of(), Instant.parse("2022-01-02T00:00:00Z")),
                asset(Map.of(), null));

        assertMissing(item, GenerationOptions.ofDefaults());
        Datetimes.Found found = Datetimes.find(item, List.of("a.tif"), Optional.empty(), FALLBACK, warning -> {});
        assertThat(found.time()).isEqualTo("2022-01-02T00:00:00Z");
        assertThat(found.warning()).extracting(Warning::code).isEqualTo("datetime-from-last-modified");
    }

    @Test
    void lastModificationThatIsNotKnownIsNotInvented() {
        assertMissing(item(asset(Map.of(), null)), FALLBACK);
    }

    private static void assertMissing(ItemDraft item, GenerationOptions options) {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> Datetimes.find(item, List.of("a.tif"), Optional.empty(), options, warning -> {}))
                .withMessageContainingAll("nothing says when", "properties.datetime", "last-modified")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DATETIME_MISSING));
    }

    private static Datetimes.Found find(ItemDraft item, String... names) {
        return Datetimes.find(item, List.of(names), Optional.empty(), GenerationOptions.ofDefaults(), warning -> {});
    }

    private static ItemDraft item(AssetDraft... drafts) {
        Map<String, AssetDraft> assets = new LinkedHashMap<>();
        for (int i = 0; i < drafts.length; i++) {
            assets.put("a" + i, drafts[i]);
        }
        return new ItemDraft(assets, null, null);
    }

    private static AssetDraft asset(Map<String, String> tags, @Nullable Instant lastModified) {
        RasterInfo raster = RasterInfo.builder("GTiff", "image/tiff", new RasterSize(1, 1))
                .metadata(tags)
                .build();
        return AssetDraft.builder("a.tif")
                .size(1L)
                .lastModified(lastModified)
                .raster(raster)
                .build();
    }
}
