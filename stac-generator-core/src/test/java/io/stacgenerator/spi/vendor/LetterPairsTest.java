package io.stacgenerator.spi.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterPairsTest {

    @ParameterizedTest
    @CsvSource({
        "s2b_msil2a.tif, msil2a, true",
        "s2b_msil2a.tif, '', true",
        "s2b_msil2a.tif, x, true",
        "'', msil, false",
        "scene.tif, msil, false",
        "scene.tif, enecs, false",
    })
    void textThatLacksAPairLacksWhatHasIt(String text, String part, boolean possible) {
        assertThat(include(text, part)).isEqualTo(possible);
    }

    @Test
    void eachPartOfATextIsPossible() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            String text = random.ints(30, 1, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            int from = random.nextInt(30);
            String part = text.substring(from, from + random.nextInt(30 - from));

            assertThat(include(text, part)).isTrue();
        }
    }

    private static boolean include(String text, String part) {
        LetterPairs needed = LetterPairs.of(part);
        return LetterPairs.of(text).include(needed.low(), needed.high());
    }
}
