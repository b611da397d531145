package io.stacgenerator.pgstac;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a database is, and who asks it. */
final class DatabaseUrl {

    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?:(?<slashes>(?://)?)(?:(?<user>[^@/?]*)@)?(?<place>[^?]*)(?:\\?(?<query>.*))?");

    /** A batch of the largest size takes a minute or two. */
    private static final String SILENCE_SECONDS = "300";

    private static final String CONNECT_SECONDS = "10";

    private final String name;
    private final String jdbc;
    private final Properties properties;

    private DatabaseUrl(String name, String jdbc, Properties properties) {
        this.name = name;
        this.jdbc = jdbc;
        this.properties = properties;
    }

    static DatabaseUrl of(String target, Map<String, String> environment) {
        Matcher matcher = FORM.matcher(target);
        if (!matcher.matches()) {
            throw Failures.invalid("%s is not a database, expected postgresql://host/name"
                    .formatted(target.replaceAll("//[^@/]*@", "//")));
        }
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "stac-generator");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", SILENCE_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        put(properties, "user", environment.get("PGUSER"));
        put(properties, "password", environment.get("PGPASSWORD"));
        putUser(properties, matcher.group("user"));
        String place = matcher.group("slashes") + matcher.group("place");
        String query = matcher.group("query");
        putQuery(properties, query == null ? "" : query);
        return new DatabaseUrl("postgresql:" + place, "jdbc:postgresql:" + place, properties);
    }

    private static void putUser(Properties properties, @Nullable String info) {
        if (info != null) {
            int colon = info.indexOf(':');
            put(properties, "user", decoded(colon < 0 ? info : info.substring(0, colon)));
            put(properties, "password", colon < 0 ? null : decoded(info.substring(colon + 1)));
        }
    }

    /** The whole query is given as properties, so that the URL may be shown. */
    private static void putQuery(Properties properties, String query) {
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                put(properties, decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }

    /** Without user, password and options. */
    String name() {
        return name;
    }

    String jdbc() {
        return jdbc;
    }

    Properties properties() {
        return properties;
    }
}
