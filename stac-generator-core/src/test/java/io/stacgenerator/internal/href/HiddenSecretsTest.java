package io.stacgenerator.internal.href;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Fault;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.job.JobError;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No credential that stands in an href gets out, whatever the href looks like. */
final class HiddenSecretsTest {

    private static final int HREFS = 10_000;
    private static final long SEED = 20_221_127;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @CsvSource({
        "https://user:hunter2/x@h/a.tif, https://h/a.tif",
        "https://user:hun?ter2@h/a.tif, https://h/a.tif",
        "https://user:hun#ter2@h/a.tif, https://h/a.tif",
        "https://us@er:hun/ter2@h/a.tif, https://h/a.tif",
        "https:/user:hunter2@h/a.tif, https:/h/a.tif",
        "https:///user:hunter2@h/a.tif, https:///h/a.tif",
        "//user:hunter2@h/a.tif, //h/a.tif",
        "https:user:hunter2@h/a.tif, https:h/a.tif",
        "user:hunter2@h/a.tif, h/a.tif",
        "'https:\\\\user:hunter2@h/a.tif', 'https:\\\\h/a.tif'",
        "https://user:hunter2%40h/a.tif, https://user:***/a.tif",
        "https://user%3Ahunter2%40h/a.tif, https://***/a.tif",
        "https%3A%2F%2Fuser:hunter2@h/a.tif, https://h/a.tif",
        "/vsicurl/https://user:hunter2@h/a.tif, /vsicurl/https://h/a.tif",
        "https://h/https:/user:hunter2@i/a.tif, https://h/https:/i/a.tif",
        "'s3://a,https://user:hunter2@h/a.tif', 's3://a,https://h/a.tif'",
        "abfss://user:hunter2@h/a.tif, abfss://h/a.tif",
        "https://h/a.tif;sig=hunter2, https://h/a.tif",
        "https://h/a.tif&sig=hunter2, https://h/a.tif",
        "https://h/a.tif%3Fsig=hunter2, https://h/a.tif",
        "https://h/a.tif?auth=hunter2, https://h/a.tif",
        "https://h/a.tif?x=1;pass=hunter2, https://h/a.tif",
        "https://h/a.tif?url=https://user:hunter2@i, https://h/a.tif",
        "https://h/a.tif?x=aB3dE5fG7hJ9kL1mN3pQ, https://h/a.tif",
        "https://h/a.tif?hunter2, https://h/a.tif",
        "https://h/a.tif?raw&hunter2==, https://h/a.tif",
        "https://h/a.tif??hunter2, https://h/a.tif",
        "https://h/a.tif?=hunter2, https://h/a.tif",
        "https://h/a.tif?+hunter2, https://h/a.tif",
        "https://h/a.tif?%68unter2, https://h/a.tif",
        "https://h/a.tif?sig:hunter2, https://h/a.tif",
        "https://h/a.tif?wskey=hunter2, https://h/a.tif",
        "https://h/a.tif?to%20ken=hunter2, https://h/a.tif",
        "https://h/a.tif?s+ig=hunter2, https://h/a.tif",
        "https://h/sig=hunter2/a.tif, https://h/sig=***/a.tif",
        "https://h/X-Amz-Signature=hunter2/a.tif, https://h/X-Amz-Signature=***/a.tif",
        "https://h/token%3Dhunter2/a.tif, https://h/token=***/a.tif",
        "'https://h/a,sig=hunter2,b.tif', 'https://h/a,sig=***,b.tif'",
        "https://h/a.tif?rlkey=hunter2, https://h/a.tif",
        "https://h/a.tif?dbpass=hunter2, https://h/a.tif",
        "https://h/a.tif?tempauth=hunter2, https://h/a.tif",
        "https://h/a.tif?accesscode=hunter2, https://h/a.tif",
        "https://h/a.tif?SAMLResponse=hunter2, https://h/a.tif",
        "https://h/a.tif#access_token=hunter2, https://h/a.tif"
    })
    void publishesHrefsWithoutWhatProvesWhoAsks(String href, String expected) {
        assertThat(Secrets.published(href)).isEqualTo(expected);
        assertThat(Secrets.published(expected)).isEqualTo(expected);
        assertThat(Secrets.hidden("cannot read '" + href + "'.")).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/a.tif?to ken=hunter2, https://h/a.tif",
        "https://h/year=2024/pass=12/design=b/a.tif, https://h/year=2024/pass=12/design=b/a.tif"
    })
    void publishesHrefsByTheNamesInThem(String href, String expected) {
        assertThat(Secrets.published(href)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com:8080/@a.tif",
                "https://[::1]:8080/a.tif",
                "https://[2001:db8::1]/a.tif",
                "https://h/a.tif?author=x&authority=y&country_code=DE&passes=3&design=z",
                "https://h/a.tif?file=S2A_MSIL2A_20200101T000000_N0214_R065_T32TQM_20200101T000000.SAFE",
                "https://h/a.tif?id=123e4567-e89b-12d3-a456-426614174000",
                "https://h/a.tif?versionId=3HL4kqtJlcpXroDTDmJrmSpXd3dIbrHY",
                "https://h/a.tif;v=1",
                "https://h/a.tif?raw&download",
                "https://h/a.tif?20240131",
                "https://h/a.nc?t2m[0:1],lat",
                "https://h/wms?layers=a1,b2&time:2020",
                "mailto:someone@example.com",
                "urn:ogc:def:crs:EPSG::4326",
                "C:\\data\\a@b.tif",
                "file:///C:/data/a@b.tif",
                "file:///data/12:00@x.tif",
                "/data/a@b.tif",
                "../a b.tif",
                "memory:a@2.tif",
                "metadata:file:///data/a@b.tif"
            })
    void keepsHrefsWithoutCredentials(String href) {
        assertThat(Secrets.published(href)).isEqualTo(href);
        assertThat(new Warning("w", "'" + href + "' is kept").message()).isEqualTo("'" + href + "' is kept");
    }

    @ParameterizedTest
    @CsvSource({
        "at 12:30 the tag 256 was 5, at 12:30 the tag 256 was 5",
        "error code=5, error code=5",
        "expected redis://[user:password@]host[:port], expected redis://[user:password@]host[:port]",
        "http://***@queue:80 is refused, http://***@queue:80 is refused",
        "listens on https://h:8080: refused, listens on https://h:8080: refused",
        "see https://h/a?v=1., see https://h/a?v=1.",
        "'expected https://host/path or http://host/path', 'expected https://host/path or http://host/path'",
        "'{\"Authorization\": \"Bearer hunter2\"}', '{\"Authorization\": \"Bearer ***\"}'",
        "'header.Authorization=Bearer hunter2&url=x', header.Authorization=*** ***",
        "/vsicurl?url=https%3A%2F%2Fuser%3Ahunter2%40h%2Fa.tif&x=1, /vsicurl?url=***&x=1",
        "'X-Api-Key: hunter2', 'X-Api-Key: ***'",
        "'{\"a\":1,\"token\" : \"hun ter2\"}', '{\"a\":1,\"token\" : \"***\"}'",
        "'{\\\"Api-Key\\\":\\\"hunter2\\\"}', '{\\\"Api-Key\\\":\\\"***\\\"}'",
        "'{\"keyboard\": \"token\"}', '{\"keyboard\": \"token\"}'",
        "password = hunter2, password = ***",
        "(see a.tif?hunter2), (see a.tif?***)",
        "a.tif?to ken=hunter2 failed, a.tif?to ken=*** failed",
        "https://h/a.tif?to ken=hunter2&x=1 failed, https://h/a.tif?to ken=***&x=1 failed",
        "https://h/a?raw and b=5, https://h/a?raw and b=5",
        "is it B04? or key=4, is it B04? or key=4",
        "R&amp;D of a b, R&amp;D of a b",
        "C:\\data\\u1.tif, C:\\data\\u1.tif",
        "is it B04? or 4?, is it B04? or 4?"
    })
    void hidesWhatIsSecretInMessagesAlone(String text, String expected) {
        assertThat(Secrets.hidden(text)).isEqualTo(expected);
        assertThat(Secrets.hidden(expected)).isEqualTo(expected);
    }

    /**
     * A key that a line, a space, an escape or an invisible character divides, in any way that another program joins.
     */
    @Test
    void hidesTheValuesOfDividedKeysInTextsAndHrefs() {
        for (int i = 0; i < HREFS; i++) {
            String secret = secret().replace('/', '-');
            String key = key(any("token", "signature", "api_key", "password", "sig", "key", "X-Amz-Signature"));
            String query = any("?", "?", "??", "?a=1&", "?a=1&&", "?a=1;", "?a=1&amp;", "?a=1\\u0026", "?a=1&#38;")
                    + key
                    + any("=", "=", "==", " =", "= ", " = ", "%3D", "&equals;", "&#x3d;", "\\u003d")
                    + secret
                    + any("", "&b=2", ";b=2");
            String href = any("https://h/a.tif", "a.tif", "s3://b/c/a.tif", "/vsicurl/https://h/a.tif") + query;

            assertThat(exits(href)).as(href).noneMatch(out -> out.contains(secret));
            assertThat(Secrets.hidden("cannot read " + href + " at 5")).as(href).doesNotContain(secret);
            assertThat(Secrets.redact("(" + href + ")")).as(href).doesNotContain(secret);
        }
    }

    private String key(String name) {
        String cased = any(name, name.toUpperCase(Locale.ROOT), name);
        int at = 1 + random.nextInt(name.length() - 1);
        String gap = any(
                " ",
                "  ",
                "\t",
                "\n",
                "\r\n",
                "=\n",
                "-\n",
                "\\\n",
                "\u00AD",
                "\u200B",
                "\u00A0",
                "\u2028",
                "%20",
                "%09",
                "%0A",
                "%0D%0A",
                "+",
                "%C2%AD",
                "%2520",
                "&shy;",
                "&nbsp;",
                "&#173;",
                "&#xAD;",
                "&amp;shy;",
                "\\u00ad",
                "\u0000",
                "");
        String wide = random.nextInt(8) > 0 ? "" : Character.toString(cased.charAt(at) + 0xFEE0);
        return cased.substring(0, at) + gap + wide + cased.substring(at + wide.length());
    }

    @Test
    void leavesOutHeadersThatProveWhoAsks() {
        Map<String, Object> link = Map.of(
                "href",
                "https://h/a",
                "headers",
                Map.of("Authorization", "Bearer hunter2", "X-Api-Key", "hunter2", "Accept", "image/tiff"));
        assertThat(Secrets.hidden(Map.<String, Object>of("links", List.of(link))))
                .isEqualTo(Map.of(
                        "links", List.of(Map.of("href", "https://h/a", "headers", Map.of("Accept", "image/tiff")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "api_key", "x:accessToken", "AWS secret-access-key", "Authorization"})
    void hidesMembersThatAreCredentialsByTheirName(String name) {
        assertThat(Secrets.hidden(Map.<String, Object>of("a", List.of(Map.of(name, "hunter2")))))
                .isEqualTo(Map.of("a", List.of(Map.of(name, "***"))));
        Map<String, Object> others = Map.of("tokenUrl", "https://h/a", name, Map.of("type", "oauth2"), "pass", "north");
        assertThat(Secrets.hidden(others)).isSameAs(others);
    }

    @Test
    void hidesCredentialsInTheNamesOfMembers() {
        assertThat(Secrets.hidden(Map.<String, Object>of("https://user:hunter2@h/a.tif", 1)))
                .isEqualTo(Map.of("https://h/a.tif", 1));
    }

    @Test
    void hidesThePlantedSecretsOfManyHrefsAtEachExit() {
        for (int i = 0; i < HREFS; i++) {
            String secret = secret();
            String href = href(secret);
            assertThat(exits(href)).as(href).noneMatch(out -> out.contains(secret));
        }
    }

    /** Requests for what no storage reads fail at once, and name the href. */
    @Test
    void hidesThePlantedSecretsOfHrefsThatAreAskedFor() {
        StacGenerator generator = StacGenerator.create();
        for (int i = 0; i < 500; i++) {
            String secret = secret();
            String href = "nowhere+" + href(secret).replaceFirst("^/+", "x://");
            GenerationRequest request =
                    GenerationRequest.builder().assetPaths(href).build();
            assertThatThrownBy(() -> generator.generate(request))
                    .isInstanceOfSatisfying(
                            StacGeneratorException.class,
                            e -> assertThat(e.toMap() + "" + JobError.of(e))
                                    .as(href)
                                    .doesNotContain(secret));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-key",
                "https://",
                "https://a:b/",
                "https:",
                "@",
                "a:b@",
                ":",
                "=",
                "a=",
                "?",
                "&sig=",
                ";",
                "%",
                "%25",
                "%3F",
                "authorization ",
                "bearer ",
                " ",
                "authorization: ",
                "password :",
                "/",
                "://",
                "\"",
                ",",
                "[",
                "\n",
                "?\n",
                "#"
            })
    void takesTimeInProportionToTheText(String part) {
        String text = "/nowhere/" + part.repeat((64 << 10) / part.length());
        long before = cpuTime();
        Secrets.hidden(text);
        Secrets.hidden(text.substring(9));
        Secrets.published(text);
        Secrets.published(text.substring(9));
        Secrets.redact(text + "\n!");
        Hrefs.canonical(text);
        assertThat(cpuTime() - before).isLessThan(Duration.ofSeconds(3).toNanos());
    }

    /** Of this thread: others may keep the machine busy. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Stream<String> exits(String href) {
        Warning warning = new Warning("w", "%s is ignored".formatted(href));
        Fault fault = Fault.unexpected("/assets", href, "an href");
        StacGeneratorException failure =
                new StacGeneratorException(ErrorCode.NOT_FOUND, "'%s' does not exist".formatted(href), new Error(href));
        Map<String, Object> item = Map.of(
                "links", List.of(Map.of("href", href, "headers", Map.of("Referer", href, "Authorization", href))),
                "providers", List.of(Map.of("url", href)),
                "assets", Map.of("a", Map.of("alternate", Map.of("s3", Map.of("href", href, "title", href)))),
                "properties",
                        Map.of(
                                "other",
                                href,
                                "description",
                                "made of (" + href + "), and others",
                                "storage:schemes",
                                Map.of("a", Map.of("platform", href, "x", List.of(href))),
                                "processing:software",
                                Map.of(href, href)));
        return Stream.of(
                Secrets.published(href),
                Secrets.redact("GET " + href + " failed"),
                Secrets.hidden(item).toString(),
                warning.toMap().toString(),
                fault.toMap().toString(),
                failure.toMap().toString(),
                failure.getCause().toString(),
                JobError.of(failure).toMap().toString());
    }

    private String href(String secret) {
        String scheme = any("https", "http", "ftp", "s3", "HTTPS");
        String slashes = any(":", ":/", "://", "://", "://", ":///", ":\\\\");
        String host = any("h", "example.com", "example.com:8443", "[::1]:80");
        String path = any("", "/", "/a.tif", "/a/b@c.tif", "/a%20b.tif", "/a:b/c.tif");
        String url = scheme + slashes + host + path;
        return switch (random.nextInt(8)) {
            case 0 -> scheme + slashes + user(secret) + "@" + host + path;
            case 1 -> any("//", "///", "") + user(secret) + "@" + host + path;
            case 2 -> url + any("?", "?a=1&", "?a=1;", ";", "&", "%3F", "%3f", "?&") + parameter(secret);
            case 3 -> url + "?url=" + encoded("https://" + user(secret) + "@h/a.tif");
            case 4 -> url + "?url=" + encoded("https://h/a.tif?" + parameter(secret));
            case 5 ->
                any("/vsicurl/", "GTIFF_DIR:1:", "", "zip+") + url + "/" + scheme + "://" + user(secret) + "@" + host;
            case 6 -> url + "#" + parameter(secret);
            default -> scheme + slashes + user(secret) + "@" + host + path + "?" + parameter(secret);
        };
    }

    private String user(String secret) {
        return any("user", "us.er", "user%40org", "me@org") + ":" + any("", "", "%2F") + secret;
    }

    private String parameter(String secret) {
        String name = any(
                "sig",
                "Signature",
                "auth",
                "code",
                "hdnts",
                "sas",
                "pass",
                "token",
                "X-Amz-Signature",
                "api_key",
                "key",
                "access_token",
                "s%69g",
                "sessionId",
                "hmac",
                "password",
                "userToken",
                "x-goog-signature",
                "ticket");
        return name + any("=", "=", "=abc%2B") + secret + any("", "&b=2", "%3D");
    }

    private String encoded(String url) {
        return random.nextBoolean()
                ? url
                : url.replace("%", "%25")
                        .replace(":", "%3A")
                        .replace("/", "%2F")
                        .replace("?", "%3F")
                        .replace("=", "%3D");
    }

    /** Starts with letters, so that it is not taken for a port. */
    private String secret() {
        StringBuilder secret = new StringBuilder("zQ");
        int length = 6 + random.nextInt(24);
        while (secret.length() < length) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            if (random.nextInt(12) == 0) {
                secret.append(any("/", "-", "_", "!", "$", "~", "."));
            }
        }
        return secret.append('x').toString();
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
