package io.stacgenerator.internal.sink;

import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ServerLinks;
import io.stacgenerator.spi.sink.SinkContext;
import io.stacgenerator.spi.sink.SinkOptions;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a catalog is written. */
record CatalogOptions(
        String id,
        String title,
        String description,
        Hrefs hrefs,
        String url,
        boolean folders,
        List<String> subcatalogs,
        String assetHrefs,
        boolean mirror) {

    static final Set<String> NAMES =
            Set.of("id", "title", "description", "hrefs", "url", "layout", "subcatalogs", "asset-hrefs", "mirror");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> TIMES = Set.of("year", "month", "day");

    /** The kinds of catalogs that the best practices of STAC know. */
    enum Hrefs {
        RELATIVE,
        PUBLISHED,
        ABSOLUTE
    }

    static CatalogOptions of(SinkOptions options) {
        Hrefs hrefs = hrefs(options.value("hrefs").orElse("relative"));
        String url = options.value("url").orElse("");
        if (hrefs != Hrefs.RELATIVE && url.isEmpty()) {
            throw Sinks.invalid("option hrefs=%s needs the option url, where the catalog is published"
                    .formatted(hrefs.name().toLowerCase(Locale.ROOT)));
        }
        String id = options.value("id").orElse("catalog");
        return new CatalogOptions(
                id,
                options.value("title").orElse(id),
                options.value("description").orElse("A catalog of STAC Items."),
                hrefs,
                url.endsWith("/") || url.isEmpty() ? url : url + "/",
                folders(options.value("layout").orElse("flat")),
                subcatalogs(options.value("subcatalogs")),
                options.value("asset-hrefs").orElse("given"),
                isMirrored(options.value("mirror").orElse("none")));
    }

    private static Hrefs hrefs(String value) {
        return Arrays.stream(Hrefs.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> Sinks.invalid(
                        "option hrefs is '%s', expected relative, published or absolute".formatted(value)));
    }

    private static boolean folders(String value) {
        if (!value.equals("flat") && !value.equals("folders")) {
            throw Sinks.invalid("option layout is '%s', expected flat or folders".formatted(value));
        }
        return value.equals("folders");
    }

    private static boolean isMirrored(String value) {
        if (!value.equals("none") && !value.equals("parquet")) {
            throw Sinks.invalid("option mirror is '%s', expected none or parquet".formatted(value));
        }
        return value.equals("parquet");
    }

    /** Returns how the table of a Collection is written: with each Item that is in the catalog. */
    static SinkOptions mirror(SinkContext context, Map<String, Object> collection) {
        return SinkOptions.builder()
                .format("geoparquet")
                .set("unlocated", "keep")
                .set("conflicts", "json")
                .collection(ServerLinks.without(collection))
                .onRejected(context::rejected)
                .build();
    }

    private static List<String> subcatalogs(Optional<String> template) {
        return template.map(text -> List.of(text.split("/", -1))).orElse(List.of());
    }

    /** Returns the folders of the sub-catalogs that an Item belongs to, below its Collection. */
    List<String> subcatalogs(StacItem item) {
        return subcatalogs.stream()
                .map(part -> CatalogNames.file(fill(part, item)))
                .toList();
    }

    private static String fill(String part, StacItem item) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(part);
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher.group(1), item)));
        }
        return matcher.appendTail(filled).toString();
    }

    private static String value(String name, StacItem item) {
        Object value =
                TIMES.contains(name) ? time(name, item) : item.properties().get(name);
        if (value == null) {
            throw Sinks.refused("item %s has no %s, which the sub-catalogs are named by".formatted(item.id(), name));
        }
        return String.valueOf(value);
    }

    private static String time(String name, StacItem item) {
        Object text = item.properties().get("datetime");
        LocalDateTime time = UtcTime.read(text == null ? item.properties().get("start_datetime") : text)
                .map(UtcTime::minute)
                .orElseThrow(() ->
                        Sinks.refused("item %s has no time, which the sub-catalogs are named by".formatted(item.id())));
        return switch (name) {
            case "year" -> "%04d".formatted(time.getYear());
            case "month" -> "%02d".formatted(time.getMonthValue());
            default -> "%02d".formatted(time.getDayOfMonth());
        };
    }
}
