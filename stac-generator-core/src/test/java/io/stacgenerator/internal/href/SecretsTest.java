package io.stacgenerator.internal.href;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sv=2024-11-04&se=2026-12-01T00:00Z&sr=b&sp=r&sig=hunter2",
                "skoid=1&sktid=2&ske=3",
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=hunter2",
                "x-amz-security-token=hunter2",
                "AWSAccessKeyId=hunter2&Signature=hunter2&Expires=1",
                "X-Goog-Signature=hunter2",
                "Policy=hunter2&Key-Pair-Id=K",
                "v=1&token=hunter2",
                "access_token=hunter2",
                "sas_token=hunter2",
                "api_key=hunter2",
                "apikey=hunter2",
                "ApiKey=hunter2",
                "subscription-key=hunter2",
                "key=hunter2",
                "client_secret=hunter2",
                "password=hunter2",
                "s%69g=hunter2",
                "url=https%3A%2F%2Fother.example%2Fa.tif%3Fsig%3Dhunter2"
            })
    void stripsTheWholeQueryWhenItIsSigned(String query) {
        assertThat(Secrets.published("https://example.com/a.tif?" + query)).isEqualTo("https://example.com/a.tif");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a.tif?version=2&file=b, https://example.com/a.tif?version=2&file=b",
        "https://example.com/a.tif?versionId=x#f, https://example.com/a.tif?versionId=x",
        "https://example.com/a.tif?design=x, https://example.com/a.tif?design=x",
        "https://user:pass@example.com:8443/a.tif, https://example.com:8443/a.tif",
        "https://token@example.com, https://example.com",
        "https://us@er:p@ss@example.com/@a.tif, https://example.com/@a.tif",
        "abfss://container@account.dfs.core.windows.net/a.tif?sig=1, abfss://container@account.dfs.core.windows.net/a.tif",
        "az://container@account.blob.core.windows.net/a.tif, az://container@account.blob.core.windows.net/a.tif",
        "memory:a.tif, memory:a.tif",
        "/data/a.tif, /data/a.tif",
        "a.tif?sig=1, a.tif"
    })
    void keepsWhatNamesTheFile(String href, String expected) {
        assertThat(Secrets.published(href)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "GET https://user:pw@example.com/a.tif?x=hunter2 failed, GET https://example.com/a.tif failed",
        "GET https://example.com/a b.tif?sig=hunter2&x=1 failed, GET https://example.com/a b.tif?sig=***&x=1 failed",
        "'<Uri>https://example.com/a.tif?sig=hunter2</Uri>', <Uri>https://example.com/a.tif</Uri>",
        "'header Authorization: Bearer hunter2', header Authorization: Bearer ***",
        "'Authorization: Basic aHVudGVyMg==', Authorization: Basic ***",
        "'AccountName=a;AccountKey=hunter2==;EndpointSuffix=b', AccountName=a;AccountKey=***;EndpointSuffix=b",
        "aws_secret_access_key=hunter2, aws_secret_access_key=***",
        "X-Amz-Signature=hunter2, X-Amz-Signature=***",
        "connection reset, connection reset",
        "tag 256 has design=5, tag 256 has design=5",
        "s%252569g=hunter2, s%252569g=***"
    })
    void hidesSecretsInText(String text, String expected) {
        assertThat(Secrets.redact(text)).isEqualTo(expected);
        assertThat(Secrets.redact(expected)).isEqualTo(expected);
    }

    @Test
    void leavesACleanCauseAsItIs() {
        IOException clean = new IOException("connection reset", new IllegalStateException());
        assertThat(Secrets.redact(clean)).isSameAs(clean);
    }

    @Test
    void copiesACauseThatRevealsASecret() {
        IOException cause = new IOException("outer", new IllegalStateException("sig=hunter2", new Error("inner")));
        cause.addSuppressed(new IOException("token=hunter2"));
        Throwable copy = Secrets.redact(cause);
        StringWriter trace = new StringWriter();
        copy.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .doesNotContain("hunter2")
                .contains("outer", "java.lang.IllegalStateException: sig=***", "java.lang.Error: inner");
        assertThat(copy.getStackTrace()).isEqualTo(cause.getStackTrace());
    }
}
