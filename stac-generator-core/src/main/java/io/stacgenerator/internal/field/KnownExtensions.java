package io.stacgenerator.internal.field;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The extensions that are known, by prefix, by name and by URI. Immutable. */
public final class KnownExtensions {

    private static final Pattern PINNED = Pattern.compile("(@|/v?)\\d.*$");
    private static final Pattern VERSION = Pattern.compile("/v?\\d+(\\.\\d+)+[^/]*/");
    private static final Pattern SCHEME = Pattern.compile("^https?://");

    private final List<KnownExtension> all;
    private final Map<String, KnownExtension> byPrefix = new HashMap<>();
    private final Map<String, KnownExtension> byName = new HashMap<>();
    private final Map<String, KnownExtension> byUri = new HashMap<>();

    KnownExtensions(Collection<KnownExtension> all) {
        this.all = List.copyOf(all);
        for (KnownExtension extension : all) {
            byName.put(extension.name().toLowerCase(Locale.ROOT), extension);
            byUri.put(withoutVersion(extension.uri()), extension);
            extension.aliases().forEach(alias -> byName.put(alias.toLowerCase(Locale.ROOT), extension));
            for (String prefix : extension.prefixes()) {
                byPrefix.put(prefix, extension);
                byName.put(prefix.toLowerCase(Locale.ROOT), extension);
            }
        }
    }

    /**
     * Returns all of them.
     *
     * @return in the order of the table, later ones taking precedence
     */
    public List<KnownExtension> all() {
        return all;
    }

    /**
     * Finds the extension that a field belongs to.
     *
     * @param prefix the prefix of the field
     * @return empty when no known extension has it
     */
    public Optional<KnownExtension> withPrefix(String prefix) {
        return Optional.ofNullable(byPrefix.get(prefix));
    }

    /**
     * Finds an extension by a short name.
     *
     * @param name a prefix or the name of the repository, in any case; {@code name@1.1.0} and {@code name/v1.1.0} name
     *     a version, which does not change the extension found
     * @return empty when the name is not known
     */
    public Optional<KnownExtension> named(String name) {
        String plain = PINNED.matcher(name.strip()).replaceFirst("");
        return Optional.ofNullable(byName.get(plain.toLowerCase(Locale.ROOT)));
    }

    /**
     * Finds an extension by the URI of its schema.
     *
     * @param uri the URI, in any version
     * @return empty when the extension is not known
     */
    public Optional<KnownExtension> withUri(String uri) {
        return Optional.ofNullable(byUri.get(withoutVersion(uri)));
    }

    private static String withoutVersion(String uri) {
        String path = SCHEME.matcher(uri).replaceFirst("");
        path = path.endsWith("#") ? path.substring(0, path.length() - 1) : path;
        return VERSION.matcher(path).replaceFirst("/");
    }
}
