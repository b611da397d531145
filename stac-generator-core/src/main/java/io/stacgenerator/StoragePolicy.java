package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.internal.href.HrefPrefix;
import io.stacgenerator.internal.href.Hrefs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the generator may read.
 *
 * <p>The {@linkplain #open() open} policy is for a process that reads for itself: it allows everything. A
 * {@linkplain #builder() closed} one is for a service that takes requests from strangers: it allows what it is told to
 * and nothing else, and keeps requests from reaching the machine's own network through a public host name. Whatever is
 * refused fails with {@code ACCESS_REFUSED}; the message repeats the caller's own text and reveals nothing of files and
 * addresses behind it. Immutable.
 *
 * @since 0.1.0
 */
public final class StoragePolicy {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    /** Java reads a number with a leading zero as decimal, proxies and C as octal: 0177.0.0.1 is loopback to them. */
    private static final Pattern AMBIGUOUS = Pattern.compile("^(?=[0-9.]++$)(?:(?:0|[1-9][0-9]*+)\\.)*+0[0-9]");

    /** The bytes of one metadata document that are read at most, unless a policy says otherwise: 16 MiB. */
    public static final long DEFAULT_METADATA_BYTES = 16L << 20;

    private static final StoragePolicy OPEN = new StoragePolicy(new Builder(), true);

    private final boolean open;
    private final List<String> schemes;
    private final List<HostPattern> hosts;
    private final List<HrefPrefix> prefixes;
    private final List<Path> roots;
    private final boolean privateAddresses;
    private final long metadataBytes;
    private final long requestBytes;
    private final @Nullable Duration requestTime;
    private final AssetLimits assetLimits;

    private StoragePolicy(Builder builder, boolean open) {
        this.open = open;
        schemes = builder.schemes;
        hosts = builder.hosts;
        prefixes = builder.prefixes;
        roots = builder.roots;
        privateAddresses = builder.privateAddresses;
        metadataBytes = builder.metadataBytes;
        requestBytes = builder.requestBytes;
        requestTime = builder.requestTime;
        assetLimits = builder.assetLimits;
    }

    /**
     * Returns the policy of a process that reads for itself: everything that its user may read, metadata documents of
     * up to 16 MiB, no limit on a request.
     *
     * @return the open policy
     */
    public static StoragePolicy open() {
        return OPEN;
    }

    /**
     * Starts a closed policy: until hosts or root folders are added it allows nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Checks the scheme of an href. Asked by the generator for every href, and by a resolver for every redirect.
     *
     * @param href an absolute URI, or a path, which counts as scheme {@code file}
     * @throws StacGeneratorException with {@code ACCESS_REFUSED}
     */
    public void checkScheme(String href) {
        String scheme = Hrefs.scheme(href);
        String name = scheme == null ? "file" : scheme;
        if (!open && !allowedSchemes().contains(name)) {
            List<String> allowed = Stream.concat(allowedSchemes().stream(), prefixes().stream())
                    .toList();
            throw refused("scheme '%s', %s".formatted(name, allowed(allowed)));
        }
    }

    private List<String> allowedSchemes() {
        return roots.isEmpty()
                ? schemes
                : Stream.concat(schemes.stream(), Stream.of("file")).toList();
    }

    /**
     * Returns the prefixes of hrefs that may be read even if their schemes and hosts are not allowed.
     *
     * @return absolute URIs, each with a slash at its end; none by default
     */
    public List<String> prefixes() {
        return prefixes.stream().map(HrefPrefix::start).toList();
    }

    /**
     * Checks a URL that is about to be requested: that it starts with one of the {@linkplain #prefixes() prefixes}, or
     * that its scheme and its host are allowed. Asked by a resolver for the URL of an href and for that of every
     * redirect. Blocks while the host is resolved, which the open policy does not do.
     *
     * @param url an http or https URL
     * @return the addresses that were checked, as {@link #checkHost} returns them
     * @throws StacGeneratorException with {@code ACCESS_REFUSED}
     * @throws IOException when the host cannot be resolved
     */
    public List<InetAddress> checkUrl(URI url) throws IOException {
        if (prefixes.stream().anyMatch(prefix -> prefix.holds(url.toString()))) {
            return checkAddresses(url.getHost());
        }
        checkScheme(url.toString());
        return checkHost(url.getHost());
    }

    /**
     * Checks a host by its name and by all the addresses that the name resolves to. Asked by a resolver before it
     * connects, for the host of an href and for that of every redirect. Blocks while the name is resolved, which the
     * open policy does not do.
     *
     * <p>The answer of a name server may change from one look-up to the next, so that a resolver which can connects to
     * one of the returned addresses rather than to the name.
     *
     * @param host a name or a literal address, of IPv6 with or without brackets
     * @return the addresses that were checked, at least one; empty when addresses are not restricted
     * @throws StacGeneratorException with {@code ACCESS_REFUSED}
     * @throws IOException when the name cannot be resolved
     */
    public List<InetAddress> checkHost(String host) throws IOException {
        if (open) {
            return List.of();
        }
        if (hosts.stream().noneMatch(pattern -> pattern.matches(host))) {
            throw refused("host '%s', %s".formatted(host, allowed(hosts)));
        }
        return checkAddresses(host);
    }

    /**
     * Checks all the addresses that the name of a host resolves to, but not the name: for one that is known to be
     * allowed. Blocks while the name is resolved.
     *
     * @param host a name or a literal address
     * @return the addresses that were checked, as {@link #checkHost} returns them
     * @throws StacGeneratorException with {@code ACCESS_REFUSED}
     * @throws IOException when the name cannot be resolved
     */
    public List<InetAddress> checkAddresses(String host) throws IOException {
        if (open || privateAddresses) {
            return List.of();
        }
        boolean ambiguous = AMBIGUOUS.matcher(host).find();
        List<InetAddress> addresses = ambiguous ? List.of() : List.of(InetAddress.getAllByName(host));
        if (ambiguous || !addresses.stream().allMatch(PublicAddresses::contain)) {
            throw refused("host '%s', which does not lead to a public address".formatted(host));
        }
        return addresses;
    }

    /**
     * Checks a path of the local file system, with {@code ..} and symbolic links resolved. Asked by a resolver before
     * it opens a file.
     *
     * <p>The returned path has no symbolic link left. It is safe to open as long as strangers cannot write to the root
     * folders: who can may swap a folder for a link between check and use.
     *
     * @param path the path
     * @return the path to open in its place
     * @throws StacGeneratorException with {@code ACCESS_REFUSED}, whether a file outside exists or not
     * @throws IOException when a file inside does not exist or cannot be accessed
     */
    public Path checkPath(Path path) throws IOException {
        if (open) {
            return path;
        }
        requireInside(path.toAbsolutePath().normalize(), path);
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException e) {
            requireInside(withoutLinks(path.toAbsolutePath(), path), path);
            throw e;
        }
        requireInside(real, path);
        return real;
    }

    /** Resolves the links of a path whose end is missing or out of reach; so the refusal does not reveal which. */
    private static Path withoutLinks(Path absolute, Path path) throws IOException {
        Path rest = absolute;
        Path resolved = rest.getRoot();
        for (int links = 0; rest.getNameCount() > 0; ) {
            Path name = rest.getName(0);
            Path next = name.toString().equals("..") ? parent(resolved) : resolved.resolve(name);
            Path after = rest.getNameCount() == 1
                    ? rest.getRoot()
                    : next.getRoot().resolve(rest.subpath(1, rest.getNameCount()));
            if (Files.isSymbolicLink(next)) {
                if (++links > MOST_LINKS) {
                    throw refused("path '%s', whose links lead in a circle".formatted(path));
                }
                Path target = resolved.resolve(Files.readSymbolicLink(next));
                rest = target.resolve(target.getRoot().relativize(after));
                resolved = rest.getRoot();
            } else {
                rest = after;
                resolved = next;
            }
        }
        return resolved.normalize();
    }

    private static Path parent(Path path) {
        return path.getParent() == null ? path : path.getParent();
    }

    private void requireInside(Path resolved, Path path) {
        if (roots.stream().noneMatch(resolved::startsWith)) {
            throw refused("path '%s', which is not in a folder that may be read".formatted(path));
        }
    }

    private static String allowed(List<?> names) {
        String list = names.stream().map(Object::toString).collect(Collectors.joining(", "));
        return list.isEmpty() ? "none is allowed" : "allowed are " + list;
    }

    private static StacGeneratorException refused(String what) {
        return new StacGeneratorException(ErrorCode.ACCESS_REFUSED, "the storage policy refuses " + what);
    }

    /**
     * Returns how much of one metadata or collection document is read. The values of all documents that requests hold
     * at a time take no more than 60 % of the heap, by an estimate.
     *
     * @return bytes; by default {@value #DEFAULT_METADATA_BYTES}
     */
    public long metadataBytes() {
        return metadataBytes;
    }

    /**
     * Returns how much is read for one request, over all its files.
     *
     * @return bytes; by default {@link Long#MAX_VALUE}
     */
    public long requestBytes() {
        return requestBytes;
    }

    /**
     * Returns for how long files are read for one request, from its start.
     *
     * @return the time; empty when it is not limited, the default
     */
    public Optional<Duration> requestTime() {
        return Optional.ofNullable(requestTime);
    }

    /**
     * Returns what reading one asset may cost.
     *
     * @return the limits; by default {@link AssetLimits#ofDefaults()}
     */
    public AssetLimits assetLimits() {
        return assetLimits;
    }

    /**
     * Returns the open policy with other limits for each asset.
     *
     * @param limits the limits
     * @return an open policy
     */
    public static StoragePolicy open(AssetLimits limits) {
        return new StoragePolicy(new Builder().assetLimits(limits), true);
    }

    /** Collects what a closed policy allows; not thread-safe. */
    public static final class Builder {

        private List<String> schemes = List.of("https");
        private List<HostPattern> hosts = List.of();
        private List<HrefPrefix> prefixes = List.of();
        private List<Path> roots = List.of();
        private boolean privateAddresses;
        private long metadataBytes = DEFAULT_METADATA_BYTES;
        private long requestBytes = Long.MAX_VALUE;
        private @Nullable Duration requestTime;
        private AssetLimits assetLimits = AssetLimits.ofDefaults();

        private Builder() {}

        /**
         * Sets the schemes of hrefs and redirects; {@code https} alone by default. Paths and {@code file} are governed
         * by {@link #roots}.
         *
         * @param schemes names without colon, in any case
         * @return this
         */
        public Builder schemes(String... schemes) {
            this.schemes = Stream.of(schemes)
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            return this;
        }

        /**
         * Sets the hosts; none by default.
         *
         * @param hosts names or literal addresses such as {@code data.example.com}; all names below a domain, but not
         *     itself, as {@code .example.com}; {@code *} for every host
         * @return this
         */
        public Builder hosts(String... hosts) {
            this.hosts = Stream.of(hosts).map(HostPattern::new).toList();
            return this;
        }

        /**
         * Sets the starts of hrefs that may be read whatever their scheme and host: a folder of a host, or a bucket, a
         * container or a folder of an object storage, whose requests then go to wherever it is by its own options. A
         * redirect that leads elsewhere is checked as any other URL, and {@link #privateAddresses} are refused here
         * too. None by default.
         *
         * @param prefixes such as {@code https://data.example.com/public/}, {@code s3://bucket/} or
         *     {@code az://container@account/folder/}: any form of hrefs that the storage reads. Each is a folder: a
         *     slash at its end is added
         * @return this
         * @throws IllegalArgumentException when one is no absolute URI with a host
         */
        public Builder prefixes(String... prefixes) {
            this.prefixes = Stream.of(prefixes).map(HrefPrefix::of).toList();
            return this;
        }

        /**
         * Sets the folders below which files may be read; none by default.
         *
         * @param roots folders that exist
         * @return this
         * @throws UncheckedIOException when a folder does not exist or cannot be accessed
         */
        public Builder roots(Path... roots) {
            this.roots =
                    Stream.of(roots).flatMap(Builder::asGivenAndReal).distinct().toList();
            return this;
        }

        private static Stream<Path> asGivenAndReal(Path root) {
            try {
                return Stream.of(root.toAbsolutePath().normalize(), root.toRealPath());
            } catch (IOException e) {
                throw new UncheckedIOException("root folder '%s' cannot be resolved".formatted(root), e);
            }
        }

        /**
         * Allows the hosts to have private, loopback, link-local, multicast and cloud-metadata addresses, which are
         * refused by default. For storage inside one's own network, with {@link #hosts} that strangers cannot name.
         *
         * @param allowed true to check host names only
         * @return this
         */
        public Builder privateAddresses(boolean allowed) {
            this.privateAddresses = allowed;
            return this;
        }

        /**
         * Sets how much of one metadata or collection document is read.
         *
         * @param bytes at least 1
         * @return this
         * @throws IllegalArgumentException when it is less than 1
         */
        public Builder metadataBytes(long bytes) {
            this.metadataBytes = positive("metadataBytes", bytes);
            return this;
        }

        /**
         * Sets how much is read for one request, over all its files.
         *
         * @param bytes at least 1
         * @return this
         * @throws IllegalArgumentException when it is less than 1
         */
        public Builder requestBytes(long bytes) {
            this.requestBytes = positive("requestBytes", bytes);
            return this;
        }

        /**
         * Sets for how long files are read for one request.
         *
         * @param time more than zero
         * @return this
         * @throws IllegalArgumentException when it is zero or negative
         */
        public Builder requestTime(Duration time) {
            if (time.isZero() || time.isNegative()) {
                throw new IllegalArgumentException("requestTime is %s, expected more than zero".formatted(time));
            }
            this.requestTime = time;
            return this;
        }

        /**
         * Sets what reading one asset may cost.
         *
         * @param limits the limits
         * @return this
         */
        public Builder assetLimits(AssetLimits limits) {
            this.assetLimits = requireNonNull(limits, "limits");
            return this;
        }

        /**
         * Makes the policy.
         *
         * @return a closed policy
         */
        public StoragePolicy build() {
            return new StoragePolicy(this, false);
        }

        private static long positive(String name, long value) {
            if (value < 1) {
                throw new IllegalArgumentException("%s is %d, expected at least 1".formatted(name, value));
            }
            return value;
        }
    }
}
