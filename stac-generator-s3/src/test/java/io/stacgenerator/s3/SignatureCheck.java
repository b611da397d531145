package io.stacgenerator.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks signatures as the documentation of AWS says ("Authenticating Requests: Using the Authorization Header"), with
 * nothing of the SDK.
 */
record SignatureCheck(String accessKeyId, String secretKey, String sessionToken, String region) {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    /** Returns the code of what is wrong with a request, or an empty string. */
    String fault(HttpExchange call, byte[] body) {
        String header = call.getRequestHeaders().getFirst("Authorization");
        if (header == null) {
            return "AccessDenied";
        }
        Matcher parts = AUTHORIZATION.matcher(header);
        if (!parts.matches()) {
            return "InvalidRequest";
        }
        if (!parts.group(1).equals(accessKeyId)) {
            return "InvalidAccessKeyId";
        }
        if (!parts.group(3).equals(region)) {
            return "AuthorizationHeaderMalformed";
        }
        String token = call.getRequestHeaders().getFirst("x-amz-security-token");
        if (!sessionToken.equals(token == null ? "" : token)) {
            return "InvalidToken";
        }
        String sha256 = call.getRequestHeaders().getFirst("x-amz-content-sha256");
        if (!hex(digest(body)).equals(sha256)) {
            return "XAmzContentSHA256Mismatch";
        }
        List<String> names = List.of(parts.group(4).split(";", -1));
        boolean allSigned = names.contains("host")
                && call.getRequestHeaders().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> name.startsWith("x-amz-"))
                        .allMatch(names::contains);
        String signature = signature(call, names, parts.group(2), sha256);
        return allSigned && signature.equals(parts.group(5)) ? "" : "SignatureDoesNotMatch";
    }

    private String signature(HttpExchange call, List<String> names, String day, String sha256) {
        URI uri = call.getRequestURI();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String canonicalQuery = Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.isEmpty() || parameter.contains("=") ? parameter : parameter + "=")
                .sorted()
                .collect(Collectors.joining("&"));
        String headers = names.stream()
                .map(name -> name + ":"
                        + String.join(",", call.getRequestHeaders().get(name)).strip() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join(
                "\n",
                call.getRequestMethod(),
                uri.getRawPath(),
                canonicalQuery,
                headers,
                String.join(";", names),
                sha256);
        String scope = day + "/" + region + "/s3/aws4_request";
        String toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                call.getRequestHeaders().getFirst("x-amz-date"),
                scope,
                hex(digest(canonical.getBytes(UTF_8))));
        byte[] key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (String part : List.of(day, region, "s3", "aws4_request", toSign)) {
            key = hmac(key, part);
        }
        return hex(key);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
