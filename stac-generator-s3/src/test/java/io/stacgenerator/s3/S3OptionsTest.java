package io.stacgenerator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S3OptionsTest {

    private static String url(Map<String, String> variables, String href) {
        S3Storage storage = new S3Storage(Environment.options(variables));
        return storage.url(storage.parse(href)).toString();
    }

    @Test
    void theEnvironmentOfAwsIsRead() {
        assertThat(url(Map.of("AWS_REGION", "eu-north-1"), "s3://scenes/a.tif"))
                .isEqualTo("https://scenes.s3.eu-north-1.amazonaws.com/a.tif");
        assertThat(url(Map.of("AWS_DEFAULT_REGION", "cn-north-1"), "s3://scenes/a.tif"))
                .isEqualTo("https://scenes.s3.cn-north-1.amazonaws.com.cn/a.tif");
        Map<String, String> minio = Map.of("AWS_ENDPOINT_URL_S3", "http://minio:9000/", "AWS_ENDPOINT_URL", "http://x");
        assertThat(url(minio, "s3://scenes/a.tif")).isEqualTo("http://minio:9000/scenes/a.tif");
        assertThat(url(
                        Map.of("AWS_ENDPOINT_URL", "https://s3.example.com", "AWS_VIRTUAL_HOSTING", "YES"),
                        "s3://scenes/a.tif"))
                .isEqualTo("https://scenes.s3.example.com/a.tif");
    }

    @Test
    void theEnvironmentSaysWhoPaysAndWhetherToSign() {
        assertThat(Environment.options(Map.of("AWS_NO_SIGN_REQUEST", "YES")).access())
                .hasToString("anonymous");
        assertThat(Environment.options(Map.of()).access()).hasToString("signed");
        assertThat(Environment.options(Map.of("AWS_REQUEST_PAYER", "requester")).access())
                .hasToString("signed, requester pays");
    }

    @Test
    void theEnvironmentSaysHowHrefsArePublished() {
        assertThat(Environment.options(Map.of("STAC_GENERATOR_S3_HREFS", "https"))
                        .publishedHrefs())
                .isEqualTo(PublishedHrefs.HTTPS);
        assertThatThrownBy(() -> Environment.options(Map.of("STAC_GENERATOR_S3_HREFS", "ftp")))
                .hasMessage("STAC_GENERATOR_S3_HREFS is 'ftp', expected given, s3 or https");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://minio:9000",
        "minio:9000",
        "https://user:hunter2@minio",
        "https://minio?x=1",
        "https://minio#x",
        "http:///x"
    })
    void anEndpointIsAUrlWithoutSecrets(String endpoint) {
        assertThatThrownBy(() -> S3Options.builder().endpoint(endpoint).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> S3Options.builder().region("evil.example.com/").build())
                .hasMessageContaining("is not the name of a region");
        assertThatThrownBy(() ->
                        S3Options.builder().anonymous().requesterPays(true).build())
                .hasMessageContaining("nobody who pays");
    }

    @ParameterizedTest
    @CsvSource({
        "301, eu-west-1, https://scenes.s3.eu-west-1.amazonaws.com/a/b?list-type=2",
        "400, eu-west-1, https://scenes.s3.eu-west-1.amazonaws.com/a/b?list-type=2",
        "400, us-east-1, https://scenes.s3.us-east-1.amazonaws.com/a/b?list-type=2",
        "301, us-east-1, ''",
        "403, eu-west-1, ''",
        "301, evil.example.com/, ''",
        "301, x@evil, ''"
    })
    void aBucketIsFollowedToItsRegionAndNowhereElse(int status, String region, String expected) {
        S3Storage storage = new S3Storage(
                S3Options.builder().anonymous().region("us-east-1").build());
        URI url = URI.create("https://scenes.s3.us-east-1.amazonaws.com/a/b?list-type=2");
        HttpHeaders headers = HttpHeaders.of(Map.of("x-amz-bucket-region", List.of(region)), (name, value) -> true);
        assertThat(storage.signer("scenes")
                        .elsewhere(url, status, headers, "")
                        .map(URI::toString)
                        .orElse(""))
                .isEqualTo(expected);
    }
}
