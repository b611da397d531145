package io.stacgenerator.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GeospatialRecordTest {

    static final String ISO = """
            <gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco"
                xmlns:gml="http://www.opengis.net/gml">
              <gmd:contact><gmd:CI_ResponsibleParty>
                <gmd:organisationName><gco:CharacterString>The Clerk</gco:CharacterString></gmd:organisationName>
              </gmd:CI_ResponsibleParty></gmd:contact>
              <gmd:identificationInfo><gmd:MD_DataIdentification>
                <gmd:title><gco:CharacterString>Orthophotos 2021</gco:CharacterString></gmd:title>
                <gmd:abstract><gco:CharacterString>Seen from above.</gco:CharacterString></gmd:abstract>
                <gmd:pointOfContact><gmd:CI_ResponsibleParty>
                  <gmd:organisationName><gco:CharacterString>Survey</gco:CharacterString></gmd:organisationName>
                  <gmd:linkage><gmd:URL>https://survey.example.com</gmd:URL></gmd:linkage>
                  <gmd:role><gmd:CI_RoleCode codeListValue="owner"/></gmd:role>
                </gmd:CI_ResponsibleParty></gmd:pointOfContact>
                <gmd:useLimitation><gco:CharacterString>Use it under CC-BY-4.0.</gco:CharacterString></gmd:useLimitation>
                <gml:beginPosition>2021-05-01</gml:beginPosition><gml:endPosition>2021-05-31</gml:endPosition>
                <gmd:westBoundLongitude><gco:Decimal>7.0</gco:Decimal></gmd:westBoundLongitude>
                <gmd:eastBoundLongitude><gco:Decimal>7.5</gco:Decimal></gmd:eastBoundLongitude>
                <gmd:southBoundLatitude><gco:Decimal>46.0</gco:Decimal></gmd:southBoundLatitude>
                <gmd:northBoundLatitude><gco:Decimal>46.5</gco:Decimal></gmd:northBoundLatitude>
              </gmd:MD_DataIdentification></gmd:identificationInfo>
            </gmd:MD_Metadata>
            """;

    static final String FGDC = """
            <metadata>
              <idinfo>
                <citation><citeinfo><origin>Survey</origin><title>Orthophotos 2021</title></citeinfo></citation>
                <descript><abstract>Seen from above.</abstract></descript>
                <timeperd><timeinfo><sngdate><caldate>20210501</caldate><time>101530</time></sngdate></timeinfo></timeperd>
                <spdom><bounding><westbc>7.0</westbc><eastbc>7.5</eastbc><northbc>46.5</northbc><southbc>46.0</southbc></bounding></spdom>
                <accconst>none</accconst><useconst>Ask the survey.</useconst>
              </idinfo>
            </metadata>
            """;

    private static Map<String, Object> properties(String record) {
        return JsonValues.members(Parsing.of().parse(record).get("properties"));
    }

    @Test
    void aRecordOfIso19139SaysTitleTimeLicenseAndProviders() {
        assertThat(properties(ISO))
                .containsEntry("title", "Orthophotos 2021")
                .containsEntry("description", "Seen from above.")
                .containsEntry("license", "CC-BY-4.0")
                .containsEntry("start_datetime", "2021-05-01T00:00:00Z")
                .containsEntry("end_datetime", "2021-05-31T23:59:59Z")
                .containsEntry(
                        "providers",
                        List.of(Map.of(
                                "name", "Survey", "roles", List.of("licensor"), "url", "https://survey.example.com")));
    }

    @Test
    void aRecordOfIso191153SaysTheSame() {
        String later = ISO.replace("gmd:MD_Metadata", "mdb:MD_Metadata")
                .replace("xmlns:gmd=", "xmlns:mdb=\"http://standards.iso.org/iso/19115/-3/mdb/2.0\" xmlns:gmd=")
                .replace(
                        "<gmd:organisationName><gco:CharacterString>Survey</gco:CharacterString></gmd:organisationName>",
                        """
                        <gmd:CI_Organisation><gmd:name><gco:CharacterString>Survey</gco:CharacterString></gmd:name>
                        </gmd:CI_Organisation>""")
                .replace("CI_ResponsibleParty", "CI_Responsibility");

        assertThat(properties(later)).isEqualTo(properties(ISO));
    }

    @Test
    void aRecordOfFgdcSaysTitleTimeAndOriginator() {
        assertThat(properties(FGDC))
                .containsEntry("title", "Orthophotos 2021")
                .containsEntry("datetime", "2021-05-01T10:15:30Z")
                .containsEntry("license", "other")
                .containsEntry("providers", List.of(Map.of("name", "Survey", "roles", List.of("producer"))));
    }

    @ParameterizedTest
    @CsvSource({"Present, false", "2021, false", "20210501, true", "2021-05-01T10:00:00, true"})
    void whatIsNoDayIsNoTime(String begin, boolean time) {
        assertThat(properties(FGDC.replace("20210501", begin)).containsKey("datetime"))
                .isEqualTo(time);
    }

    @Test
    void severalDaysAreTheRangeOfThem() {
        assertThat(properties(FGDC.replaceFirst(
                        "<sngdate>.*</sngdate>",
                        "<mdattim><sngdate><caldate>20210503</caldate></sngdate><sngdate><caldate>20210510</caldate></sngdate>"
                                + "<sngdate><caldate>20210501</caldate></sngdate></mdattim>")))
                .containsEntry("start_datetime", "2021-05-01T00:00:00Z")
                .containsEntry("end_datetime", "2021-05-10T23:59:59Z");
    }

    @ParameterizedTest
    @CsvSource({
        "101530, 2021-05-01T10:15:30Z",
        "10:15:30Z, 2021-05-01T10:15:30Z",
        "101530-0600, 2021-05-01T10:15:30-06:00",
        "Unknown, 2021-05-01T00:00:00Z"
    })
    void aTimeOfFgdcMayHaveColonsAndAZone(String time, String datetime) {
        assertThat(properties(FGDC.replace("101530", time))).containsEntry("datetime", datetime);
    }

    @Test
    void theEndsOfAPeriodMayBeInstants() {
        assertThat(
                        properties(
                                ISO.replaceFirst(
                                        "<gml:beginPosition>.*</gml:endPosition>",
                                        "<gml:begin><gml:TimeInstant><gml:timePosition>2021-05-01T05:06:07Z</gml:timePosition></gml:TimeInstant></gml:begin>"
                                                + "<gml:end><gml:TimeInstant><gml:timePosition>2021-05-02</gml:timePosition></gml:TimeInstant></gml:end>")))
                .containsEntry("start_datetime", "2021-05-01T05:06:07Z")
                .containsEntry("end_datetime", "2021-05-02T23:59:59Z");
    }

    @ParameterizedTest
    @CsvSource({
        "CC BY-SA 4.0, CC-BY-SA-4.0",
        "see https://creativecommons.org/licenses/by-nc/3.0/igo, CC-BY-NC-3.0",
        "http://creativecommons.org/publicdomain/zero/1.0/, CC0-1.0",
        "ODbL-1.0, ODbL-1.0",
        "Ask the survey, other"
    })
    void aLicenseIsKnownByItsNameOrItsPage(String constraint, String license) {
        assertThat(properties(ISO.replace("Use it under CC-BY-4.0.", constraint)))
                .containsEntry("license", license);
        assertThat(properties(ISO.replace(
                        "<gco:CharacterString>Use it under CC-BY-4.0.</gco:CharacterString>",
                        "<gmx:Anchor xmlns:gmx=\"m\" xmlns:xlink=\"l\" xlink:href=\"" + constraint
                                + "\">Terms</gmx:Anchor>")))
                .containsEntry("license", license);
    }

    @Test
    void nextToAnotherDocumentARecordHasItsWordsAlone() {
        Map<String, Object> parsed =
                Parsing.of(List.of("a.tif"), "metadata", "a_MTL.xml").parse(FGDC);

        assertThat(parsed).doesNotContainKey("geometry");
        assertThat(JsonValues.members(parsed.get("properties"))).containsOnlyKeys("title", "description");
    }

    @Test
    void theBoxOfARecordIsAnOutline() {
        for (String record : List.of(ISO, FGDC)) {
            assertThat(String.valueOf(Parsing.of().parse(record).get("geometry")))
                    .contains("Polygon", "[7.5, 46.5]");
        }
    }
}
