package io.stacgenerator.cli.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestLinesTest {

    private static final String REQUEST = "{\"assetPaths\": [\"%s.tif\"]}";

    private static RequestLines lines(byte[] bytes) {
        return new RequestLines(new ByteArrayInputStream(bytes));
    }

    private static RequestLines lines(String text) {
        return lines(text.getBytes(UTF_8));
    }

    @Test
    void numbersLinesAsAnEditorDoesAndSkipsBlankOnes() throws IOException {
        RequestLines lines = lines("\n" + REQUEST.formatted("a") + "\r\n \t\r\n\n" + REQUEST.formatted("b"));
        RequestLine first = lines.next();
        assertThat(first.number()).isEqualTo(2);
        assertThat(first.request().assetPaths()).isEqualTo(List.of("a.tif"));
        RequestLine second = lines.next();
        assertThat(second.number()).isEqualTo(5);
        assertThat(second.request().assetPaths()).isEqualTo(List.of("b.tif"));
        assertThat(lines.next()).isNull();
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        assertThat(lines("\uFEFF" + REQUEST.formatted("a")).next().error()).isNull();
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        RequestLine line =
                lines(REQUEST.formatted("\u00FC").getBytes(ISO_8859_1)).next();
        assertThat(line.error())
                .hasMessage("request is not UTF-8 text")
                .extracting("code")
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void refusesALineThatIsTooLongAndReadsTheNext() throws IOException {
        RequestLines lines = lines(" ".repeat(RequestText.MAX_BYTES) + "12\n" + REQUEST.formatted("a"));
        assertThat(lines.next().error())
                .hasMessage("request is longer than 1048576 bytes")
                .extracting("code")
                .isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertThat(lines.next().request().assetPaths()).isEqualTo(List.of("a.tif"));
    }

    @Test
    void countsTheBytesItHasRead() throws IOException {
        RequestLines lines = lines("\n{}\n{}\n");
        lines.next();
        assertThat(lines.bytesRead()).isEqualTo(4);
    }
}
