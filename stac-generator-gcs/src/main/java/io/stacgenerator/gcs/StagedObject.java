package io.stacgenerator.gcs;

import io.stacgenerator.spi.sink.PartedFile;
import io.stacgenerator.spi.sink.StorageReply;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object on its way: by one request where it is small, else by a resumable upload. */
final class StagedObject extends PartedFile {

    /** A multiple of 256 KiB, as the JSON API asks for. */
    private static final int PART = 8 << 20;

    /** The status of an upload that is not complete. */
    private static final int GOES_ON = 308;

    private final GcsUpload object;
    private final @Nullable String replaced;
    private @Nullable URI session;
    private long sent;

    StagedObject(GcsUpload object, @Nullable String replaced) {
        super(PART);
        this.object = object;
        this.replaced = replaced;
    }

    @Override
    protected void send(byte[] part) throws IOException {
        URI url = session == null ? begin() : session;
        session = url;
        StorageReply reply = put(url, part, "*");
        if (reply.status() != GOES_ON) {
            object.require(reply);
            throw new IOException("the storage ended the upload before it was complete");
        }
        sent += part.length;
    }

    /** The URL of the upload stands for who may write to it: it is of the service itself, and shown nowhere. */
    private URI begin() throws IOException {
        URI start = object.storage().uploadUrl(object.object(), "resumable" + condition());
        StorageReply reply = object.call("POST", start, Map.of("X-Upload-Content-Type", type()), new byte[0]);
        object.require(reply);
        String location = reply.headers().firstValue("Location").orElse("");
        if (!location.startsWith(start.getScheme() + "://" + start.getRawAuthority() + "/")) {
            throw new IOException("the storage began an upload at another host or nowhere");
        }
        return URI.create(location);
    }

    private StorageReply put(URI url, byte[] part, String total) {
        String range = "bytes %d-%d/%s".formatted(sent, sent + part.length - 1, total);
        return object.call("PUT", url, Map.of("Content-Range", range), part);
    }

    @Override
    protected void finish(byte[] part) throws IOException {
        URI url = session;
        if (url == null) {
            URI whole = object.storage().uploadUrl(object.object(), "media" + condition());
            object.require(object.call("POST", whole, Map.of("Content-Type", type()), part));
        } else {
            object.require(put(url, part, Long.toString(sent + part.length)));
            session = null;
        }
    }

    /** An upload in parts that is complete may be completed again. */
    @Override
    protected boolean isStored(byte[] part) {
        if (session != null) {
            return false;
        }
        StorageReply reply = object.call("GET", object.storage().url(object.object()), Map.of(), new byte[0]);
        return reply.isSuccess() && reply.body().equals(ByteBuffer.wrap(part));
    }

    private String condition() {
        if (replaced == null) {
            return "";
        }
        return "&ifGenerationMatch=" + (replaced.isEmpty() ? "0" : replaced);
    }

    private String type() {
        return mediaType(object.object().object());
    }

    /** The service would remove what was sent after a week. */
    @Override
    public void discard() {
        URI url = session;
        if (url != null) {
            object.call("DELETE", url, Map.of(), new byte[0]);
            session = null;
        }
    }
}
