package io.stacgenerator.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetadataDocumentTest {

    @ParameterizedTest
    @CsvSource({"'{}', '{}'", "'\uFEFF{}', '{}'", "'', ''", "'\uFEFF', ''", "Zürich, Zürich"})
    void textIsUtf8WithoutByteOrderMark(String content, String text) {
        assertThat(document(content.getBytes(UTF_8)).text()).isEqualTo(text);
    }

    @Test
    void bytesThatAreNotUtf8AreReadAsLatin1() {
        assertThat(document(new byte[] {'a', (byte) 0xFF}).text()).isEqualTo("a\u00FF");
    }

    @Test
    void contentIsReadOnlyAndOfItsOwnPosition() {
        MetadataDocument document = document("abc".getBytes(UTF_8));
        document.content().get();

        assertThat(document.content().isReadOnly()).isTrue();
        assertThat(document.content().remaining()).isEqualTo(3);
        assertThat(document.text()).isEqualTo("abc");
    }

    @Test
    void partOfABufferIsTheDocument() {
        ByteBuffer buffer = ByteBuffer.wrap("xabcx".getBytes(UTF_8), 1, 3);
        MetadataDocument document = new MetadataDocument("m.json", buffer);
        buffer.get();

        assertThat(document.text()).isEqualTo("abc");
    }

    private static MetadataDocument document(byte[] bytes) {
        return new MetadataDocument("m.json", ByteBuffer.wrap(bytes));
    }
}
