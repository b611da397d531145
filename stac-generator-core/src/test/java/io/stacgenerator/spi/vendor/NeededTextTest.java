package io.stacgenerator.spi.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NeededTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ".+_B1\\.TIF; _b1.tif",
                "(?<scene>(?:.*[:])?tiles,\\d+),.+; tiles, ,",
                "(?:MTD_TL|product_metadata)\\.xml; mtd_tl/product_metadata .xml",
                "ab?c*d+ef; a d ef",
                "a{0,2}xy{2}z; x z",
                "abc(?:def)?; abc",
                "abc(?!defgh)i; abc i",
                "(?<!abcd)x; x",
                "[a\\]bcd]{3}x; x",
                "abc|\\w+; nothing",
                "abc|d.ef; abc/ef",
                "x+?yz; x yz",
                "a(?:bc|d|)e; a e",
                ".*; nothing",
                "\\x41bc; nothing",
                "\\Qab.\\Ec; nothing",
                "(a)b\\1c; nothing",
                "(?<f>a_b)c\\k<f>d; a_b c d",
                "a\\kb; nothing",
                "(?x)a b; nothing",
                "[a[bc]d]e; nothing",
                "[]a]b; nothing",
                "[^]a]b; nothing",
                "ab[cd; nothing",
                "ab\\; nothing"
            })
    void tellsTextWithoutWhichAnExpressionCannotMatch(String expression, String texts) {
        assertThat(NeededText.of(expression).stream()
                        .map(each -> String.join("/", each))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(texts.equals("nothing") ? "" : texts);
    }
}
