package io.stacgenerator.cli.service;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page at {@code /} and the files it is made of, all from the class path. */
final class Page {

    private static final String FILES = "/io/stacgenerator/cli/service/page";
    private static final String WEBJAR = "/META-INF/resources/webjars/%s/%s";
    private static final String WEBJAR_PROPERTIES = "/META-INF/maven/%s/%s/pom.properties";

    /**
     * Nothing but files of this service runs or is loaded, other than images from where it may read; no other page
     * frames it.
     */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:%s; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Page() {}

    static void register(JavalinConfig config, ServiceOptions options) {
        config.staticFiles.add(files -> {
            files.directory = FILES;
            files.headers = Map.of(
                    Header.CACHE_CONTROL, "no-cache",
                    Header.CONTENT_SECURITY_POLICY, CONTENT_POLICY.formatted(imageSources(options)),
                    Header.REFERRER_POLICY, "no-referrer");
        });
        addWebJar(config, "org.webjars.npm", "leaflet");
        addWebJar(config, "org.webjars", "swagger-ui");
        config.routes.before(ctx -> ctx.header(Header.X_CONTENT_TYPE_OPTIONS, "nosniff"));
    }

    private static String imageSources(ServiceOptions options) {
        Stream<String> hosts = options.allowedHosts().stream()
                .map(host -> host.equals("*") ? "https:" : "https://" + host.replaceFirst("^[.]", "*."));
        Stream<String> tiles = Stream.ofNullable(options.tiles()).map(MapTiles::origin);
        return Stream.concat(hosts, tiles).map(source -> " " + source).collect(Collectors.joining());
    }

    private static void addWebJar(JavalinConfig config, String group, String name) {
        config.staticFiles.add(files -> {
            files.hostedPath = "/" + name;
            files.directory = WEBJAR.formatted(name, version(WEBJAR_PROPERTIES.formatted(group, name)));
        });
    }

    private static String version(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Page.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no %s, expected the WebJar".formatted(resource));
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }
}
