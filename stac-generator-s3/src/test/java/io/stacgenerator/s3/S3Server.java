package io.stacgenerator.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.stacgenerator.testkit.ObjectServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.utils.BinaryUtils;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * As much of S3 as is used here, by path-style URLs: it checks signatures and regions, reads ranges under conditions,
 * lists page by page, and has buckets whose requester pays.
 */
final class S3Server extends ObjectServer {

    static final String KEY_ID = "AKIDEXAMPLE";
    static final String SECRET = "hunter2/SecretAccessKey+Example";
    static final String TOKEN = "t0kenOfTheSession==";
    static final String REGION = "eu-central-1";

    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final Map<String, List<byte[]>> uploads = new ConcurrentHashMap<>();
    private volatile SignatureCheck check = new SignatureCheck(KEY_ID, SECRET, "", REGION);

    /** Returns options that it accepts. */
    S3Options.Builder options() {
        return S3Options.builder().endpoint(endpoint()).region(REGION).credentials(KEY_ID, SECRET, null);
    }

    @Override
    public synchronized void put(String bucket, String key, byte[] content) {
        super.put(bucket, key, content);
        tags.remove(path(bucket, key));
    }

    void expectToken() {
        check = new SignatureCheck(KEY_ID, SECRET, TOKEN, REGION);
    }

    @Override
    protected int answer(HttpExchange call, byte[] body) throws IOException {
        URI uri = call.getRequestURI();
        String path = uri.getPath();
        String bucket = path.replaceFirst("^/([^/]*).*", "$1");
        int failure = takeFault();
        if (failure != 0) {
            return error(call, failure, failure == 503 ? "SlowDown" : "Fault");
        }
        String fault = isOpen(bucket) ? "" : check.fault(call, body);
        if (fault.equals("AuthorizationHeaderMalformed")) {
            return send(call, 400, "<Error><Code>%s</Code><Region>%s</Region></Error>".formatted(fault, REGION));
        }
        if (!fault.isEmpty()) {
            return error(call, 403, fault);
        }
        if (isPaidByRequester(bucket) && !header(call, "x-amz-request-payer").equals("requester")) {
            return error(call, 403, "AccessDenied");
        }
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return switch (call.getRequestMethod()) {
            case "HEAD", "GET" ->
                query.contains("list-type=2") ? list(call, bucket, query) : read(call, path, tag(path));
            case "PUT" -> query.isEmpty() ? write(call, path, body) : part(call, query, body);
            case "POST" -> query.equals("uploads=") ? begin(call) : complete(call, path, query);
            default -> {
                uploads.remove(parameter(query, "uploadId"));
                yield send(call, 204, "");
            }
        };
    }

    private int write(HttpExchange call, String path, byte[] content) throws IOException {
        String match = header(call, "If-Match");
        boolean fresh = header(call, "If-None-Match").equals("*");
        if ((fresh && version(path) > 0) || (!match.isEmpty() && !match.equals(tag(path)))) {
            return error(call, 412, "PreconditionFailed");
        }
        put(path.split("/", 3)[1], path.split("/", 3)[2], content);
        if (takeLostAnswer()) {
            return error(call, 503, "Lost");
        }
        call.getResponseHeaders().set("ETag", tag(path));
        return send(call, 200, "");
    }

    private int begin(HttpExchange call) throws IOException {
        String id = "upload+" + uploads.size();
        uploads.put(id, new ArrayList<>());
        return send(
                call,
                200,
                "<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>".formatted(id));
    }

    private int part(HttpExchange call, String query, byte[] content) throws IOException {
        uploads.get(parameter(query, "uploadId")).add(content);
        call.getResponseHeaders().set("ETag", "\"%s\"".formatted(digest(content)));
        return send(call, 200, "");
    }

    private int complete(HttpExchange call, String path, String query) throws IOException {
        List<byte[]> parts = uploads.remove(parameter(query, "uploadId"));
        if (parts == null) {
            return error(call, 404, "NoSuchUpload");
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.write(part);
            digests.write(BinaryUtils.fromHex(digest(part)));
        }
        int status = write(call, path, content.toByteArray());
        if (status != 412) {
            tags.put(path, "\"%s-%d\"".formatted(digest(digests.toByteArray()), parts.size()));
        }
        return status;
    }

    private static String digest(byte[] content) {
        return BinaryUtils.toHex(Md5Utils.computeMD5Hash(content));
    }

    private String tag(String path) {
        return tags.getOrDefault(path, "\"%s\"".formatted(version(path)));
    }

    /** Returns how many uploads are neither complete nor given up. */
    int uploads() {
        return uploads.size();
    }

    private int list(HttpExchange call, String bucket, String query) throws IOException {
        String prefix = parameter(query, "prefix");
        String after = URLDecoder.decode(parameter(query, "continuation-token"), UTF_8);
        Page page = list(bucket, prefix, after, query.contains("delimiter=%2F"));
        StringBuilder listed = new StringBuilder();
        page.names()
                .forEach(key ->
                        listed.append("<Contents><Key>%s</Key><Size>1</Size></Contents>".formatted(encoded(key))));
        page.folders()
                .forEach(folder -> listed.append(
                        "<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>".formatted(encoded(folder))));
        boolean truncated = !page.next().isEmpty();
        if (truncated) {
            listed.append("<NextContinuationToken>%s</NextContinuationToken>".formatted(encoded(page.next())));
        }
        call.getResponseHeaders().set("Content-Type", "application/xml");
        return send(
                call,
                200,
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                                + "<Name>%s</Name><Prefix>%s</Prefix><EncodingType>url</EncodingType><IsTruncated>%s</IsTruncated>%s</ListBucketResult>")
                        .formatted(bucket, encoded(prefix), truncated, listed));
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
    }
}
