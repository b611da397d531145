package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignaturesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "II*\0....",
                "MM\0*....",
                "II+\0....",
                "\0\0\0\fjP  \r\n\u0087\n",
                "\u00ffO\u00ffQ....",
                "\u0089PNG\r\n\u001a\n",
                "\u00ff\u00d8\u00ff\u00e0",
                "GIF89a",
                "RIFF....WEBPVP8 ",
                "\0\0\0\u0018ftypheic",
                "\u0089HDF\r\n\u001a\n",
                "CDF\u0001",
                "GRIB....",
                "NITF02.10",
                "EHFA_HEADER_TAG",
                "PCIDSK  ",
                "ncols 20"
            })
    void knowsRasters(String head) {
        ByteBuffer bytes = bytes(head);

        assertThat(Signatures.ofRaster(bytes)).isTrue();
        assertThat(Signatures.ofOther(bytes)).isFalse();
        assertThat(bytes.position()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\"", "[1]", "<?xml", "PK\u0003\u0004", "%PDF-1.7", "\u001f\u008b", "\0\0'\n"})
    void knowsOtherFiles(String head) {
        assertThat(Signatures.ofOther(bytes(head))).isTrue();
        assertThat(Signatures.ofRaster(bytes(head))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I", "GROUP = L1_METADATA_FILE", "RIFF....WAVE"})
    void knowsNothingElse(String head) {
        assertThat(Signatures.ofRaster(bytes(head))).isFalse();
        assertThat(Signatures.ofOther(bytes(head))).isFalse();
    }

    private static ByteBuffer bytes(String head) {
        return ByteBuffer.wrap(head.getBytes(ISO_8859_1));
    }
}
