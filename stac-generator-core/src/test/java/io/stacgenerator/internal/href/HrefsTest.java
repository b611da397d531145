package io.stacgenerator.internal.href;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HrefsTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a.tif, https",
        "HTTPS://example.com/a.tif, https",
        "memory:a, memory",
        "C:\\data\\a.tif, ",
        "C:/data/a.tif, ",
        "/data/a:b.tif, ",
        "./a:b.tif, ",
        "2020-01-01T00:00.tif, ",
        "era5-2021-01-01T00:00.tif, ",
        "S1.12:30:15.tif, ",
        "no-such-scheme:a.tif, no-such-scheme",
        "s3://bucket/a.tif, s3",
        "s3:/bucket/a.tif, s3",
        "file:2021-01-01T00:00.tif, file",
        "a.tif, ",
        "'', "
    })
    void tellsTheScheme(String href, String expected) {
        assertThat(Hrefs.scheme(href)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/data/a%20b.tif?sig=/x/y#z, a b.tif",
        "https://example.com/data/store.zarr/, store.zarr",
        "https://example.com, ''",
        "https://example.com/%C3%BC+%zz.tif, ü+%zz.tif",
        "memory:folder/a.tif, a.tif",
        "/data/a%20b?c#d.tif, a%20b?c#d.tif",
        "C:\\data\\a.tif, a.tif",
        "a.tif, a.tif",
        "'', ''"
    })
    void tellsTheFileName(String href, String expected) {
        assertThat(Hrefs.fileName(href)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/x/a.tif?sig=1/2#f, a.tif.ovr, https://example.com/x/a.tif.ovr?sig=1/2",
        "https://user:pw@example.com/a%20b.tif, a b.tfw, https://user:pw@example.com/a%20b.tfw",
        "memory:a.tif, b#?.tif, memory:b%23%3F.tif"
    })
    void findsWhatIsNextTo(String uri, String name, String expected) {
        assertThat(Hrefs.sibling(uri, name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/x/c.json?sig=1#f, ./a b.tif, https://example.com/x/a%20b.tif",
        "https://example.com/x/c.json, a.tif?v=1, https://example.com/x/a.tif?v=1",
        "https://example.com/x/y/c.json, ../../a.tif, https://example.com/a.tif",
        "https://example.com/c.json, ../../a.tif, https://example.com/a.tif",
        "https://user:pw@example.com/c.json, a.tif, https://user:pw@example.com/a.tif",
        "https://example.com/x/c.json, /a.tif, https://example.com/a.tif",
        "https://example.com/x/c.json, //other.example/a.tif, https://other.example/a.tif",
        "https://example.com/x/c.json, s3://bucket/a.tif, s3://bucket/a.tif",
        "file:///data/x/c.json, ../a.tif, file:///data/a.tif",
        "abfs://c@account.dfs.example/x/c.json, a.tif, abfs://c@account.dfs.example/x/a.tif",
        "memory:x/c.json, ../a.tif, memory:a.tif",
        "/data/x/c.json, ../a b.tif, /data/a b.tif",
        "x/c.json, ../../a.tif, ../a.tif",
        "c.json, /data/a.tif, /data/a.tif"
    })
    void resolvesAgainstADocument(String base, String href, String expected) {
        assertThat(Hrefs.resolve(base, href)).isEqualTo(expected);
    }
}
