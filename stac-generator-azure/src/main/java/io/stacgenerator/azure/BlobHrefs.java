package io.stacgenerator.azure;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the hrefs of blobs apart, in all forms that people write. */
final class BlobHrefs {

    private static final String REST = "(?<path>/[^?#]*)?(?:\\?(?<query>[^#]*))?(?:#.*)?";
    private static final Pattern BY_NAME =
            Pattern.compile("(?i)(?<scheme>az|abfss?|wasbs?)://(?:(?<user>[^/?#@]+)@)?(?<host>[^/?#@]+)" + REST);
    private static final Pattern BY_URL = Pattern.compile("(?i)https?://(?<host>[^/?#@]+)" + REST);
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:az|abfss?|wasbs?):.*", Pattern.DOTALL);
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");

    private final AzureOptions options;
    private final Pattern hostOfAccount;

    BlobHrefs(AzureOptions options) {
        this.options = options;
        hostOfAccount = Pattern.compile("(?<account>[a-z0-9-]+)(?<zone>\\.z[0-9]+)?\\.(?:blob|dfs)\\.(?<suffix>"
                + Stream.of(
                                options.endpointSuffix(),
                                "core.windows.net",
                                "core.chinacloudapi.cn",
                                "core.usgovcloudapi.net",
                                "storage.azure.net")
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")");
    }

    boolean supports(String href) {
        return SCHEME.matcher(href).matches() || ofUrl(href) != null;
    }

    /** Takes an href apart; errors show it without its query. */
    BlobHref parse(String href) {
        BlobHref url = ofUrl(href);
        return url == null ? ofName(href) : url;
    }

    private @Nullable BlobHref ofUrl(String href) {
        Matcher parts = BY_URL.matcher(href);
        if (!parts.matches()) {
            return null;
        }
        String account = options.account();
        String endpoint = options.endpoint();
        if (account != null && endpoint != null && startsWith(href, endpoint + "/")) {
            return ofUrl(account, endpoint, parts, endpoint.length());
        }
        Matcher host = hostOfAccount.matcher(parts.group("host").toLowerCase(Locale.ROOT));
        return host.matches() ? ofUrl(host.group("account"), endpointAt(host), parts, parts.end("host")) : null;
    }

    private static boolean startsWith(String href, String start) {
        return href.regionMatches(true, 0, start, 0, start.length());
    }

    private static BlobHref ofUrl(String account, String endpoint, Matcher parts, int baseEnd) {
        String href = parts.group();
        int pathEnd = parts.end("path");
        String path = pathEnd <= baseEnd ? "" : href.substring(baseEnd + 1, pathEnd);
        String container = path.replaceFirst("/.*", "");
        String given = href.substring(0, baseEnd) + "/" + container;
        return new BlobHref(given, account, endpoint, path, text(parts, "query"), false);
    }

    private BlobHref ofName(String href) {
        Matcher parts = BY_NAME.matcher(href);
        if (!parts.matches()) {
            throw malformed(href, "expected az://container/path or az://container@account/path");
        }
        String user = parts.group("user");
        String host = parts.group("host");
        String account = user == null ? options.account() : accountOf(host);
        String endpoint = user == null ? options.endpoint() : endpointOf(host);
        if (account == null || endpoint == null) {
            throw malformed(
                    href,
                    user == null
                            ? "expected az://container@account/path, or an account by AZURE_STORAGE_ACCOUNT"
                            : "expected the name or the host of an account after the @");
        }
        String path = (user == null ? host : user) + text(parts, "path");
        String given = href.substring(0, parts.end("host"));
        return new BlobHref(given, account, endpoint, path, text(parts, "query"), true);
    }

    private String accountOf(String host) {
        Matcher parts = hostOfAccount.matcher(host.toLowerCase(Locale.ROOT));
        return parts.matches() ? parts.group("account") : host.toLowerCase(Locale.ROOT);
    }

    private @Nullable String endpointOf(String host) {
        Matcher parts = hostOfAccount.matcher(host.toLowerCase(Locale.ROOT));
        if (parts.matches()) {
            return endpointAt(parts);
        }
        if (!ACCOUNT.matcher(host).matches()) {
            return null;
        }
        return host.equals(options.account()) ? options.endpoint() : options.endpointOf(host);
    }

    /** What is read by {@code .dfs.} is read by {@code .blob.} too. */
    private static String endpointAt(Matcher host) {
        return "https://%s%s.blob.%s".formatted(host.group("account"), text(host, "zone"), host.group("suffix"));
    }

    private static String text(Matcher parts, String group) {
        String text = parts.group(group);
        return text == null ? "" : text;
    }

    /** Keeps the credential from accounts that it is not meant for. */
    AzureCredential credential(BlobHref blob) {
        boolean meant = blob.byName() || blob.account().equals(options.account());
        return meant && !blob.isSigned() ? options.credentialFor(blob.account()) : AzureCredential.ANONYMOUS;
    }

    private static StacGeneratorException malformed(String href, String expected) {
        String shown = href.replaceFirst("[?#].*", "");
        return new StacGeneratorException(
                ErrorCode.UNSUPPORTED_HREF, "'%s' names no blob of Azure: %s".formatted(shown, expected));
    }
}
