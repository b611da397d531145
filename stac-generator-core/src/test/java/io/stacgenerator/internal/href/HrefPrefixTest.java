package io.stacgenerator.internal.href;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HrefPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "s3://bucket, s3://bucket/a.tif, true",
        "s3://bucket, s3://bucket, true",
        "s3://bucket/open, s3://bucket/open/a/b.tif?versionId=1, true",
        "S3://bucket/open, s3://bucket/open/a.tif, true",
        "s3://bucket/a b/, s3://bucket/a%20b/c.tif, true",
        "az://container@account/, az://container@account/a.tif, true",
        "https://data.example.com/open/, HTTPS://Data.Example.COM:443/open/a.tif, true",
        "https://data.example.com/open/, https://data.example.com/open/?f=a/../b, true",
        "s3://bucket, s3://bucket2/a.tif, false",
        "s3://bucket, s3://Bucket/a.tif, false",
        "s3://bucket, gs://bucket/a.tif, false",
        "s3://bucket/open, s3://bucket/open, false",
        "s3://bucket/open, s3://bucket/open-secret/a.tif, false",
        "s3://bucket/open, s3://bucket/Open/a.tif, false",
        "s3://bucket/open, s3://bucket/open/../secret/a.tif, false",
        "s3://bucket/open, s3://bucket/open/%2e%2E/secret/a.tif, false",
        "s3://bucket/open, s3://bucket/open/..%2fsecret/a.tif, false",
        "s3://bucket/open, s3://bucket/open/%252e%252e%252fsecret/a.tif, false",
        "s3://bucket/open, s3://bucket/open/%2525252e%2525252e/secret/a.tif, false",
        "s3://bucket/open, s3://bucket/open/..\\secret\\a.tif, false",
        "s3://bucket/open, s3://bucket/open/..;x/secret/a.tif, false",
        "s3://bucket/open, s3://bucket/open/./a.tif, false",
        "s3://bucket/open, s3://bucket//open/a.tif, false",
        "https://data.example.com/open/, http://data.example.com/open/a.tif, false",
        "https://data.example.com/open/, https://data.example.com:8443/open/a.tif, false",
        "https://data.example.com/open/, https://data.example.com.evil.org/open/a.tif, false",
        "https://data.example.com/open/, https://data.example.com@evil.org/open/a.tif, false",
        "https://data.example.com/open/, https://evil.org\\@data.example.com/open/a.tif, false",
        "https://data.example.com/open/, https://evil.org/https://data.example.com/open/a.tif, false",
        "https://data.example.com/open/, /open/a.tif, false"
    })
    void holdsWhatIsInItsFolder(String prefix, String href, boolean expected) {
        assertThat(HrefPrefix.of(prefix).holds(href)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/data",
                "data",
                "file:///data",
                "file://host/data",
                "s3:bucket",
                "s3://",
                "s3://bucket/../a",
                "https://x/?sig=hunter2"
            })
    void otherTextIsNoPrefix(String text) {
        assertThatThrownBy(() -> HrefPrefix.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not the start of hrefs")
                .hasMessageNotContaining("hunter2");
    }
}
