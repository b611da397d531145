package io.stacgenerator.cli.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a batch one by one and skips blank ones. Of a line that is too long no more is kept than shows it.
 */
public final class RequestLines implements RequestSource {

    /** The first lines of JSON that is laid out for people. */
    private static final Set<String> OPENED = Set.of("{", "[");

    private final InputStream in;
    private long number;
    private final AtomicLong bytesRead = new AtomicLong();

    public RequestLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    @Override
    public @Nullable RequestLine next() throws IOException {
        byte[] line = line();
        while (line != null && isBlank(line)) {
            line = line();
        }
        if (line != null && number == 1 && OPENED.contains(new String(line, UTF_8).strip())) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_REQUEST,
                    "the requests are JSON over several lines, expected one request in each line: jq -c . FILE, or jq -c "
                            + "'.[]' FILE for an array, makes them so");
        }
        return line == null ? null : RequestLine.of(number, line);
    }

    public long bytesRead() {
        return bytesRead.get();
    }

    private byte @Nullable [] line() throws IOException {
        int next = in.read();
        if (next < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (length++ <= RequestText.MAX_BYTES) {
                line.write(next);
            }
        }
        bytesRead.addAndGet(length + 1);
        number++;
        return line.toByteArray();
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
