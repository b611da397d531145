package io.stacgenerator.internal.href;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a b/ü/雪.tif?x=a b#c d, https://example.com/a%20b/%C3%BC/%E9%9B%AA.tif?x=a%20b#c%20d",
        "https://example.com/a%20b.tif, https://example.com/a%20b.tif",
        "https://example.com/100%.tif, https://example.com/100%25.tif",
        "https://example.com/%zz%4, https://example.com/%25zz%254",
        "https://[::1]/a[0]{1}|^`\\<>.tif, https://[::1]/a%5B0%5D%7B1%7D%7C%5E%60%5C%3C%3E.tif",
        "https://example.com/a+b(c)'!*;=:@.tif, https://example.com/a+b(c)'!*;=:@.tif",
        "https://example.com/😀, https://example.com/%F0%9F%98%80",
        "https://[::1], https://[::1]"
    })
    void encodesWhatMayNotStandInAUri(String uri, String expected) {
        assertThat(PercentEncoding.encode(uri)).isEqualTo(expected);
        assertThat(PercentEncoding.encode(expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/a b#c?d%20e.tif", "C:/x/ü.tif", "/[0]/+&.tif"})
    void encodedPathsDecodeToThemselves(String path) {
        assertThat(PercentEncoding.decode(PercentEncoding.encodePath(path))).isEqualTo(path);
        assertThat(PercentEncoding.encodePath(path)).matches("[^ #?\\[\\]]+");
    }

    @ParameterizedTest
    @CsvSource({"a%20b+c, a b+c", "%C3%BC, ü", "100%, 100%", "%zz%4, %zz%4", "plain, plain"})
    void decodes(String text, String expected) {
        assertThat(PercentEncoding.decode(text)).isEqualTo(expected);
    }
}
