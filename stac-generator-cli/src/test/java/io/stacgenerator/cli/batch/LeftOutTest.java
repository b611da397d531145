package io.stacgenerator.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LeftOutTest {

    @Test
    void nothingIsNotSpokenOf() {
        assertThat(new LeftOut().note()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1    | left out: 0.zip is an archive
            1234 | left out 1,234 files, such as: 0.zip is an archive
            """)
    void filesAreCountedWithAnExample(int number, String note) {
        LeftOut leftOut = new LeftOut();
        IntStream.range(0, number)
                .forEach(i -> leftOut.accept(new Warning("archive-left-out", i + ".zip is an archive")));

        assertThat(leftOut.note()).contains(note);
    }
}
