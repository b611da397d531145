package io.stacgenerator.cli.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.cli.file.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import picocli.CommandLine;

/** Reads requests from the bytes of JSON text: UTF-8, of bounded size, a byte order mark allowed. */
public final class RequestText {

    static final int MAX_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RequestText() {}

    public static GenerationRequest read(CommandLine command, Path file) throws IOException {
        try (InputStream in = Input.open(command, file)) {
            return parse(in.readNBytes(MAX_BYTES + 1));
        }
    }

    static GenerationRequest parse(byte[] bytes) {
        return GenerationRequest.fromJson(text(bytes));
    }

    private static String text(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new StacGeneratorException(
                    ErrorCode.LIMIT_EXCEEDED, "request is longer than %d bytes".formatted(MAX_BYTES));
        }
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new StacGeneratorException(ErrorCode.INVALID_REQUEST, "request is not UTF-8 text", e);
        }
    }
}
