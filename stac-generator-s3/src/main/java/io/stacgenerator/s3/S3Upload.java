package io.stacgenerator.s3;

import io.stacgenerator.spi.sink.StorageCall;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageReply;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object that is written or read as a whole.
 *
 * @param storage the storage
 * @param object the object
 * @param calls the HTTP of the generator
 */
record S3Upload(S3Storage storage, S3Href object, StorageCalls calls) {

    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,60})</Code>");

    /**
     * Calls S3.
     *
     * @param method the method
     * @param query with question mark, or empty
     * @param headers the headers; those of the entity are signed too
     * @param body what is sent
     */
    StorageReply call(String method, String query, Map<String, String> headers, byte[] body) {
        String url = storage.url(object) + query;
        return calls.call(new StorageCall(
                method,
                URI.create(url),
                headers,
                ByteBuffer.wrap(body),
                storage.signer(object.bucket()).of(method, headers, body)));
    }

    /** Fails with a message that names the object; the document of S3 repeats what was signed. */
    void require(StorageReply reply) throws IOException {
        if (reply.isSuccess() && code(reply).isEmpty()) {
            return;
        }
        String name = storage.publicHref(object);
        throw switch (reply.status()) {
            case 401, 403 -> new AccessDeniedException(name);
            case 409, 412 -> new IOException("someone else has changed %s meanwhile; try again".formatted(name));
            default -> new IOException("status %d, %s".formatted(reply.status(), code(reply)));
        };
    }

    /** Returns the code of an error, which may come with status 200; empty where there is none. */
    static String code(StorageReply reply) {
        String text = reply.text();
        Matcher code = CODE.matcher(text);
        return text.contains("<Error") && code.find() ? code.group(1) : "";
    }
}
