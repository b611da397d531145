package io.stacgenerator.azure;

import com.azure.storage.common.Utility;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A blob, or the start of the names of blobs.
 *
 * @param given the href as it was given, up to the container
 * @param account the name of the account
 * @param endpoint the URL of the account's blobs, without slash at its end
 * @param path container and name, percent-encoded; or the name of a blob in the root container
 * @param query the query without its question mark; empty if absent
 * @param byName whether the href names the account by a scheme of Azure, rather than by a URL
 */
record BlobHref(String given, String account, String endpoint, String path, String query, boolean byName) {

    /** The parameters that distinguish one state of a blob from another. */
    private static final List<String> STATES = List.of("snapshot=", "versionid=");

    BlobHref {
        path = encode(path);
    }

    boolean isSigned() {
        return SasToken.isSigned(query);
    }

    /** Returns the normal form, which may be published: https, without query save that of a snapshot or version. */
    String publicHref() {
        String state = Stream.of(query.split("&", -1))
                .filter(parameter -> STATES.stream().anyMatch(parameter.toLowerCase(Locale.ROOT)::startsWith))
                .collect(Collectors.joining("&"));
        return endpoint + "/" + path + (state.isEmpty() ? "" : "?" + state);
    }

    URI url(AzureCredential credential) {
        String whole = Stream.of(query, credential.query())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        try {
            return new URI(endpoint + "/" + path + (whole.isEmpty() ? "" : "?" + whole));
        } catch (URISyntaxException e) {
            // Neither the exception nor its message may be shown, for they repeat the signature.
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_HREF,
                    "%s has a query that is not percent-encoded, at character %d"
                            .formatted(publicHref(), e.getIndex()));
        }
    }

    String container() {
        return path.replaceFirst("/.*", "");
    }

    /** Returns what comes after the container, decoded. */
    String name() {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : Utility.urlDecode(path.substring(slash + 1));
    }

    /** Returns the href of a blob in the container, in the form of this one. */
    String sibling(String name) {
        return given + "/" + mapped(name, Utility::urlEncode) + (query.isEmpty() ? "" : "?" + query);
    }

    /** Encodes segment by segment; what is encoded already stays as it is. */
    private static String encode(String path) {
        try {
            return mapped(path, segment -> Utility.urlEncode(Utility.urlDecode(segment)));
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_HREF,
                    "'%s' is not the path of a blob: expected %% to be followed by two hexadecimal digits"
                            .formatted(path));
        }
    }

    private static String mapped(String path, UnaryOperator<String> segment) {
        return Stream.of(path.split("/", -1)).map(segment).collect(Collectors.joining("/"));
    }

    @Override
    public String toString() {
        return publicHref();
    }
}
