package io.stacgenerator.redis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/**
 * Where a Redis is: one server, a cluster, or servers that sentinels watch; with TLS or without.
 *
 * @param form one of {@code redis}, {@code redis-cluster} and {@code redis-sentinel}
 * @param master the name that the sentinels know the servers by; empty when there are no sentinels
 */
record RedisUrl(
        String form,
        boolean tls,
        @Nullable String user,
        @Nullable String password,
        Set<HostAndPort> hosts,
        String master,
        int database) {

    private static final Pattern SERVER = form("redis", "[^/@,]+", "(?:/(?<database>\\d{1,4}))?/?");
    private static final Pattern CLUSTER = form("redis-cluster", "[^/@]+", "/?");
    private static final Pattern SENTINEL =
            form("redis-sentinel", "[^/@]+", "/(?<master>[^/]+)(?:/(?<database>\\d{1,4}))?/?");

    private static Pattern form(String scheme, String hosts, String path) {
        return Pattern.compile(
                "%s://(?:(?<user>[^:@/]*):(?<password>[^@/]*)@)?(?<hosts>%s)%s".formatted(scheme, hosts, path));
    }

    /**
     * Reads a URL.
     *
     * @param text the URL
     * @return where the Redis is
     * @throws IllegalArgumentException when it has none of the known forms; the message does not hold the password
     */
    static RedisUrl parse(String text) {
        boolean tls = text.startsWith("rediss");
        String plain = tls ? "redis" + text.substring(6) : text;
        for (Pattern form : new Pattern[] {SERVER, CLUSTER, SENTINEL}) {
            Matcher matcher = form.matcher(plain);
            if (matcher.matches()) {
                return of(plain.substring(0, plain.indexOf(':')), tls, matcher);
            }
        }
        throw new IllegalArgumentException(
                ("'%s' is not the URL of a Redis server, expected redis://[user:password@]host[:port][/database],"
                                + " redis-cluster://[user:password@]host[:port][,host[:port]]... or"
                                + " redis-sentinel://[user:password@]host[:port][,host[:port]].../master[/database],"
                                + " with rediss for TLS")
                        .formatted(withoutPassword(text)));
    }

    private static String withoutPassword(String text) {
        int from = text.indexOf("//");
        int to = text.lastIndexOf('@');
        return from < 0 || to < from ? text : text.substring(0, from) + "//***" + text.substring(to);
    }

    private static RedisUrl of(String form, boolean tls, Matcher parts) {
        boolean sentinel = form.equals("redis-sentinel");
        int port = sentinel ? 26379 : 6379;
        return new RedisUrl(
                form,
                tls,
                decoded(parts.group("user")),
                decoded(parts.group("password")),
                Arrays.stream(parts.group("hosts").split(","))
                        .map(host -> host(host, port))
                        .collect(Collectors.toUnmodifiableSet()),
                sentinel ? parts.group("master") : "",
                form.equals("redis-cluster") ? 0 : number(parts.group("database")));
    }

    private static HostAndPort host(String text, int port) {
        return text.matches(".*:\\d{1,5}") ? HostAndPort.from(text) : new HostAndPort(text, port);
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    private static @Nullable String decoded(@Nullable String text) {
        return text == null || text.isEmpty()
                ? null
                : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Says where, without credentials. */
    @Override
    public String toString() {
        return hosts.stream().map(HostAndPort::toString).sorted().collect(Collectors.joining(","));
    }
}
