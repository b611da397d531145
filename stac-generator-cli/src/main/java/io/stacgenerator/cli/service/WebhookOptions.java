package io.stacgenerator.cli.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whom the service may call at the end of jobs, and how it signs: as Standard Webhooks
 * (https://www.standardwebhooks.com) has it.
 */
public final class WebhookOptions {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<String> origins;
    private final byte[] secret;

    private WebhookOptions(List<String> origins, byte[] secret) {
        this.origins = origins;
        this.secret = secret;
    }

    /**
     * Returns options by which nobody is called.
     *
     * @return options without an origin
     */
    public static WebhookOptions none() {
        return new WebhookOptions(List.of(), new byte[0]);
    }

    /**
     * Allows calls to some origins.
     *
     * @param origins scheme, host and port, such as {@code https://hooks.example.com}
     * @param secret what calls are signed with, as UTF-8
     * @return options
     */
    public static WebhookOptions of(List<String> origins, String secret) {
        return new WebhookOptions(
                origins.stream().map(origin -> origin.toLowerCase(Locale.ROOT)).toList(), secret.getBytes(UTF_8));
    }

    boolean isUsed() {
        return !origins.isEmpty();
    }

    String expected() {
        return isUsed() ? String.join(" or ", origins) : "an origin that the service allows, which are none";
    }

    /** Returns the URL when it is one of an allowed origin. */
    Optional<URI> allowed(String url) {
        try {
            URI uri = new URI(url);
            boolean fits = uri.getHost() != null && uri.getRawUserInfo() == null && origins.contains(origin(uri));
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String origin(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
    }

    /** Signs a call by its id, its time and its body. */
    String signature(String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] signature =
                    mac.doFinal("%s.%d.%s".formatted(id, seconds, body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
