package io.stacgenerator.gcs;

import io.stacgenerator.spi.sink.StorageCall;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageReply;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.util.Map;

/**
 * An object that is written or read as a whole.
 *
 * @param storage the storage
 * @param object the object
 * @param calls the HTTP of the generator
 */
record GcsUpload(GcsStorage storage, GcsHref object, StorageCalls calls) {

    StorageReply call(String method, URI url, Map<String, String> headers, byte[] body) {
        return calls.call(new StorageCall(method, url, headers, ByteBuffer.wrap(body), storage.access()));
    }

    /** Fails with a message that names the object. */
    void require(StorageReply reply) throws IOException {
        if (reply.isSuccess()) {
            return;
        }
        String name = storage.publicHref(object);
        throw switch (reply.status()) {
            case 401, 403 -> new AccessDeniedException(name);
            case 409, 412 -> new IOException("someone else has changed %s meanwhile; try again".formatted(name));
            default -> new IOException("status " + reply.status());
        };
    }
}
