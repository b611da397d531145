package io.stacgenerator.internal.href;

import io.stacgenerator.model.JsonValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps credentials out of what is published, logged and reported: signatures and keys in queries, user-info,
 * authorization headers. Takes time in proportion to the text.
 */
public final class Secrets {

    private static final Set<String> HREFS = Set.of("href", "url");

    private Secrets() {}

    /**
     * Returns the form of an href that may be published: without user-info and fragment, and without its query when the
     * query holds a signature, token or key. Other queries stay, for they may say which file is meant.
     *
     * @param href an absolute URI, a path, or what someone wrote in place of one
     * @return the href without credentials
     */
    public static String published(String href) {
        return PublishedHref.of(href, true);
    }

    /**
     * Hides the credentials in a text of foreign origin such as the message of another library's exception: URLs lose
     * user-info, query and fragment, assignments and authorization headers their values.
     *
     * @param text any text
     * @return the text without credentials
     */
    public static String redact(String text) {
        return SecretText.hidden(text, false);
    }

    /**
     * Hides the credentials in a text on its way out, as {@link #redact(String)} does; queries without one stay.
     *
     * @param text any text
     * @return the text without credentials
     */
    public static String hidden(String text) {
        return SecretText.hidden(text, true);
    }

    /**
     * Hides the credentials in a member of a JSON object.
     *
     * @param name the name of the member
     * @param value its value
     * @return the same where there is nothing to hide: members {@code href} and {@code url} as {@link #published} does,
     *     but with a fragment that is not a credential, other text as {@link #hidden} does
     */
    public static String member(String name, String value) {
        if (!HREFS.contains(name)) {
            return hidden(value);
        }
        int fragment = value.indexOf('#');
        String published = published(value);
        boolean plain = fragment >= 0 && isPlain(value.substring(fragment));
        return plain && published.equals(value.substring(0, fragment)) ? value : published;
    }

    private static boolean isPlain(String fragment) {
        String decoded = PercentEncoding.decodeFully(TextEscapes.decoded(fragment));
        return decoded.indexOf('=') < 0 && decoded.indexOf('@') < 0;
    }

    /**
     * Hides the credentials in a JSON object, at any depth.
     *
     * @param object the object, which is not changed
     * @return a copy without credentials, or the same where there are none; headers that prove who asks are left out
     */
    public static Map<String, Object> hidden(Map<String, Object> object) {
        Map<String, Object> copy = new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<String, Object> member : object.entrySet()) {
            Object value = value(member.getKey(), member.getValue());
            String name = hidden(member.getKey());
            same &= value == member.getValue() && name.equals(member.getKey());
            copy.put(name, value);
        }
        return same ? object : copy;
    }

    private static @Nullable Object value(String name, @Nullable Object value) {
        if (value instanceof String text) {
            String hidden =
                    SecretNames.isCredential(name) && !text.isEmpty() ? PublishedHref.HIDDEN : member(name, text);
            return hidden.equals(text) ? text : hidden;
        }
        if (value == null || value instanceof Number) { // most values: positions
            return value;
        }
        return JsonValues.object(value)
                .<Object>map(object -> hidden(name.equals("headers") ? withoutSecretHeaders(object) : object))
                .or(() -> JsonValues.array(value).map(array -> elements(name, array)))
                .orElse(value);
    }

    private static List<Object> elements(String name, List<Object> array) {
        List<@Nullable Object> copy = new ArrayList<>(array.size());
        boolean same = true;
        for (Object element : array) {
            Object value = value(name, element);
            same &= value == element;
            copy.add(value);
        }
        return same ? array : copy;
    }

    private static Map<String, Object> withoutSecretHeaders(Map<String, Object> headers) {
        if (headers.keySet().stream().noneMatch(SecretNames::isMember)) {
            return headers;
        }
        Map<String, Object> copy = new LinkedHashMap<>(headers);
        copy.keySet().removeIf(SecretNames::isMember);
        return copy;
    }

    /**
     * Returns a cause that may be reported.
     *
     * @param cause any failure
     * @return the same when neither it nor what led to it holds a credential, else a copy with redacted messages
     */
    public static Throwable redact(Throwable cause) {
        return isClean(cause) ? cause : copy(cause);
    }

    private static boolean isClean(@Nullable Throwable failure) {
        if (failure == null) {
            return true;
        }
        String text = failure.toString();
        return redact(text).equals(text)
                && isClean(failure.getCause())
                && Arrays.stream(failure.getSuppressed()).allMatch(Secrets::isClean);
    }

    private static IOException copy(Throwable failure) {
        Throwable cause = failure.getCause();
        IOException copy = new IOException(redact(failure.toString()), cause == null ? null : copy(cause));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}
