package io.stacgenerator.spi.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * A file of an object storage, which is sent in parts while it is written, so that memory does not grow with it. Not
 * thread-safe.
 *
 * @since 0.1.0
 */
public abstract class PartedFile implements StagedFile {

    private final int partSize;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private final OutputStream stream = new Parts();

    /**
     * Creates it.
     *
     * @param partSize the bytes of each part but the last
     */
    protected PartedFile(int partSize) {
        this.partSize = partSize;
    }

    /**
     * Sends a part. It is not the last one: at least another byte has been written.
     *
     * @param part its bytes, as many as a part has
     * @throws IOException when the storage refuses it
     */
    protected abstract void send(byte[] part) throws IOException;

    /**
     * Sends the last part, and gives the file its name.
     *
     * @param part its bytes: all of the file where nothing was sent before
     * @throws IOException when the storage refuses it, or has another file than the one to replace
     */
    protected abstract void finish(byte[] part) throws IOException;

    /**
     * Returns whether the storage has just this file although it has refused it. An attempt whose answer was lost is
     * repeated, and then it is the first that stands in its way. Asked when {@link #finish} has failed.
     *
     * @param part the last part, as it was given to {@link #finish}
     * @return false unless overridden
     */
    protected boolean isStored(byte[] part) {
        return false;
    }

    @Override
    public final OutputStream stream() {
        return stream;
    }

    private final class Parts extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            int from = start;
            while (from < start + length) {
                if (waiting.size() == partSize) {
                    send(waiting.toByteArray());
                    waiting.reset();
                }
                int count = Math.min(partSize - waiting.size(), start + length - from);
                waiting.write(bytes, from, count);
                from += count;
            }
        }
    }

    @Override
    public final void commit() throws IOException {
        byte[] last = waiting.toByteArray();
        try {
            finish(last);
        } catch (IOException e) {
            if (!isStored(last)) {
                throw e;
            }
        }
        waiting.reset();
    }

    /**
     * Returns the media type of what Items are published in.
     *
     * @param name the name of a file
     * @return such as {@code application/geo+json}; {@code application/octet-stream} where its end says nothing
     */
    protected static String mediaType(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("json")) {
            return lower.endsWith(".geojson") ? "application/geo+json" : "application/json";
        }
        return lower.endsWith("parquet") ? "application/vnd.apache.parquet" : "application/octet-stream";
    }
}
