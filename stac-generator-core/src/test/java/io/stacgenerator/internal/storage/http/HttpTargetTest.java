package io.stacgenerator.internal.storage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.RequestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpTargetTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a.tif, https://example.com/a.tif",
        "https://example.com, https://example.com/",
        "HTTPS://Example.com/a.tif#part, https://Example.com/a.tif",
        "http://example.com:8080/a b/ü.tif?x=1&sig=a%2Bb, http://example.com:8080/a%20b/%C3%BC.tif?x=1&sig=a%2Bb",
        "https://user:pass@example.com/a.tif, https://example.com/a.tif",
        "http://[::1]:80/a[1].tif, http://[::1]:80/a%5B1%5D.tif"
    })
    void requestsTheEncodedUrlWithoutUserInfoAndFragment(String href, String expected) {
        assertThat(HttpTarget.parse(href).uri()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "https:///a.tif?sig=hunter2",
                "http:a.tif?token=hunter2",
                "http://user:hunter2@/a.tif",
                "http://exa mple.com/a.tif?sig=hunter2",
                "http://my_host/a.tif?sig=hunter2",
                "https://example.com:99999/a.tif?sig=hunter2",
                "https://user:hunter2@[fe80::1%25lo]/a.tif",
                "ftp://user:hunter2@example.com/a.tif"
            })
    void refusesWhatIsNotAHttpUrlWithoutRevealingItsSecret(String href) {
        assertThatThrownBy(() -> HttpTarget.parse(href))
                .hasMessageNotContaining("hunter2")
                .hasNoCause()
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED_HREF));
    }

    @ParameterizedTest
    @CsvSource({
        "b.tif, https://example.com/data/b.tif, true",
        "/b c.tif?sig=1, https://example.com/b%20c.tif?sig=1, true",
        "https://example.com:443/b.tif, https://example.com:443/b.tif, true",
        "https://example.com:8443/b.tif, https://example.com:8443/b.tif, false",
        "https://evil.example/b.tif, https://evil.example/b.tif, false",
        "https://me:too@evil.example/b.tif, https://evil.example/b.tif, false",
        "//evil.example/b.tif, https://evil.example/b.tif, false"
    })
    void keepsAuthorizationWithinTheOrigin(String location, String expected, boolean authorized) {
        HttpTarget next =
                HttpTarget.parse("https://me:pw@example.com/data/a.tif?sig=1").redirectedTo(location);
        assertThat(next.uri()).hasToString(expected);
        assertThat(next.signer() != RequestSigner.NONE).isEqualTo(authorized);
    }

    @Test
    void refusesToGoFromHttpsToHttp() {
        HttpTarget target = HttpTarget.parse("https://example.com/a.tif?sig=hunter2");
        assertThatThrownBy(() -> target.redirectedTo("http://example.com/a.tif"))
                .hasMessageContaining("https://example.com/a.tif")
                .hasMessageNotContaining("hunter2")
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_REFUSED));
    }

    @Test
    void tellsNoSecretOfItself() {
        assertThat(HttpTarget.parse("https://me:hunter2@example.com/a.tif?sig=hunter2"))
                .hasToString("https://example.com/a.tif");
    }
}
