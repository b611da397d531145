package io.stacgenerator.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of a {@link RangeServer}, which a {@link Fault} may spoil before it is sent. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class HttpReply {

    private final byte[] file;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int status;
    private byte[] body;
    private int cutAt = Integer.MAX_VALUE;
    private boolean silent;

    HttpReply(int status, byte[] body, byte[] file) {
        this.status = status;
        this.body = body;
        this.file = file;
    }

    /** What makes an answer wrong. */
    @FunctionalInterface
    public interface Fault {

        /**
         * Spoils an answer.
         *
         * @param reply the answer that would be right
         */
        void spoil(HttpReply reply);
    }

    /**
     * Sets the status and leaves the body out.
     *
     * @param status the status
     * @return this
     */
    public HttpReply status(int status) {
        this.status = status;
        return body(new byte[0]);
    }

    /**
     * Sets a header.
     *
     * @param name the name
     * @param value the value, or an empty text to leave the header out
     * @return this
     */
    public HttpReply header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * Sets the body; Content-Length follows it.
     *
     * @param body the bytes
     * @return this
     */
    public HttpReply body(byte[] body) {
        this.body = body.clone();
        return this;
    }

    /**
     * Shortens the body; Content-Length follows it, Content-Range stays.
     *
     * @param length the bytes that are left
     * @return this
     */
    public HttpReply shorten(int length) {
        return body(Arrays.copyOf(body, Math.min(length, body.length)));
    }

    /**
     * Answers as a server that knows no ranges: 200 and the whole file.
     *
     * @return this
     */
    public HttpReply whole() {
        return status(200).body(file).header("Content-Range", "");
    }

    /**
     * Breaks the connection off.
     *
     * @param bytes how much of the body is sent before
     * @return this
     */
    public HttpReply cutAt(int bytes) {
        cutAt = bytes;
        return this;
    }

    /**
     * Breaks the connection off before anything is sent.
     *
     * @return this
     */
    public HttpReply reset() {
        return cutAt(-1);
    }

    /**
     * Falls silent until the server is closed.
     *
     * @param bytes how much of the body is sent before
     * @return this
     */
    public HttpReply silentAt(int bytes) {
        silent = true;
        return cutAt(bytes);
    }

    /** Returns how much of the body is sent. */
    int sentBytes() {
        return Math.max(0, Math.min(cutAt, body.length));
    }

    boolean isSilent() {
        return silent;
    }

    boolean isCut() {
        return cutAt < body.length;
    }

    /** Sends head and body, up to where they are cut. */
    void send(OutputStream out) throws IOException {
        if (cutAt < 0) {
            return;
        }
        header("Content-Length", Integer.toString(body.length));
        StringBuilder head = new StringBuilder("HTTP/1.1 %d -\r\n".formatted(status));
        headers.forEach((name, value) -> head.append(value.isEmpty() ? "" : name + ": " + value + "\r\n"));
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        out.write(body, 0, sentBytes());
        out.flush();
    }
}
