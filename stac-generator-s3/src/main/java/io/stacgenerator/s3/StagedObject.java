package io.stacgenerator.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.spi.sink.PartedFile;
import io.stacgenerator.spi.sink.StorageReply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.BinaryUtils;
import software.amazon.awssdk.utils.Md5Utils;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** An object on its way: by one request where it is small, else by an upload in parts. */
final class StagedObject extends PartedFile {

    /** An upload has at most 10,000 parts, of at least 5 MiB: room for 80 GB. */
    private static final int PART = 8 << 20;

    private static final Pattern DIGESTS = Pattern.compile("(?:[0-9a-f]{32})+");
    private static final Pattern UPLOAD = Pattern.compile("<UploadId>([^<]+)</UploadId>");

    private final S3Upload object;
    private final @Nullable String replaced;
    private final List<String> parts = new ArrayList<>();
    private @Nullable String upload;

    StagedObject(S3Upload object, @Nullable String replaced) {
        super(PART);
        this.object = object;
        this.replaced = replaced;
    }

    @Override
    protected void send(byte[] part) throws IOException {
        String id = upload == null ? begin() : upload;
        upload = id;
        StorageReply reply = required(
                "PUT", "?partNumber=%d&uploadId=%s".formatted(parts.size() + 1, SdkHttpUtils.urlEncode(id)), part);
        parts.add(reply.headers().firstValue("ETag").orElse(""));
    }

    private String begin() throws IOException {
        StorageReply reply = object.call("POST", "?uploads=", type(), new byte[0]);
        object.require(reply);
        Matcher id = UPLOAD.matcher(reply.text());
        if (!id.find()) {
            throw new IOException("the storage began an upload without an id");
        }
        return id.group(1);
    }

    @Override
    protected void finish(byte[] part) throws IOException {
        if (upload == null) {
            Map<String, String> headers = new HashMap<>(condition());
            headers.putAll(type());
            object.require(object.call("PUT", "", headers, part));
            return;
        }
        send(part);
        StringBuilder list = new StringBuilder("<CompleteMultipartUpload>");
        for (int i = 0; i < parts.size(); i++) {
            list.append("<Part><PartNumber>%d</PartNumber><ETag>%s</ETag></Part>".formatted(i + 1, parts.get(i)));
        }
        byte[] body = list.append("</CompleteMultipartUpload>").toString().getBytes(UTF_8);
        object.require(object.call("POST", "?uploadId=" + SdkHttpUtils.urlEncode(upload), condition(), body));
        upload = null;
    }

    /** The ETag of an upload in parts is made of those of its parts; that of a whole object may be encrypted. */
    @Override
    protected boolean isStored(byte[] part) {
        if (upload == null) {
            StorageReply reply = object.call("GET", "", Map.of(), new byte[0]);
            return reply.isSuccess() && reply.body().equals(ByteBuffer.wrap(part));
        }
        StorageReply reply = object.call("HEAD", "", Map.of(), new byte[0]);
        boolean stored = reply.headers()
                .firstValue("ETag")
                .filter(tag -> tag.equals(tagOfParts()))
                .isPresent();
        upload = stored ? null : upload;
        return stored;
    }

    /** Returns an empty string where the storage makes tags in its own way. */
    private String tagOfParts() {
        String tags = String.join("", parts).replace("\"", "");
        return DIGESTS.matcher(tags).matches()
                ? "\"%s-%d\""
                        .formatted(BinaryUtils.toHex(Md5Utils.computeMD5Hash(BinaryUtils.fromHex(tags))), parts.size())
                : "";
    }

    private StorageReply required(String method, String query, byte[] body) throws IOException {
        StorageReply reply = object.call(method, query, Map.of(), body);
        object.require(reply);
        return reply;
    }

    private Map<String, String> condition() {
        if (replaced == null) {
            return Map.of();
        }
        return replaced.isEmpty() ? Map.of("If-None-Match", "*") : Map.of("If-Match", replaced);
    }

    private Map<String, String> type() {
        return Map.of("Content-Type", mediaType(object.object().key()));
    }

    /** Parts that are neither put together nor given up are stored, and paid for, without a name. */
    @Override
    public void discard() {
        if (upload != null) {
            object.call("DELETE", "?uploadId=" + SdkHttpUtils.urlEncode(upload), Map.of(), new byte[0]);
            upload = null;
        }
    }
}
