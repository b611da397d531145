package io.stacgenerator.internal.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.SinkContext;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The documents of a catalog, each by its path below the root. */
final class CatalogFolder {

    private final String target;
    private final String url;
    private final SinkContext context;

    /**
     * Creates it.
     *
     * @param target the folder
     * @param url where it is published, with a slash at its end; an empty string when that is not known
     * @param context reads and writes files
     */
    CatalogFolder(String target, String url, SinkContext context) {
        this.target = target.endsWith("/") || target.isEmpty() ? target : target + "/";
        this.url = url;
        this.context = context;
    }

    /** Returns the href of a file. */
    String href(String path) {
        return target + path;
    }

    Optional<Map<String, Object>> read(String path) {
        return text(path).map(text -> parse(path, text));
    }

    Map<String, Object> parse(String path, String text) {
        return JsonReader.object(text, ErrorCode.INVALID_TARGET, href(path));
    }

    Optional<String> text(String path) {
        return context.read(href(path)).map(StoredFile::text);
    }

    static String text(Map<String, Object> document) {
        return JsonText.pretty(document) + "\n";
    }

    /** Where a document goes, with what is there. */
    record Place(String path, Optional<StoredFile> before) {}

    /**
     * Looks for a place.
     *
     * @throws io.stacgenerator.StacGeneratorException with {@code ITEM_REFUSED} when a document with another id is
     *     there, whose file has the same name
     */
    Place place(String path, String id) {
        Optional<StoredFile> before = context.read(href(path));
        before.flatMap(file -> idOf(file.text()))
                .filter(other -> !other.equals(id))
                .ifPresent(other -> {
                    throw Sinks.refused(
                            "'%s' would be written to %s, where '%s' is already".formatted(id, href(path), other));
                });
        return new Place(path, before);
    }

    /** Writes a document, unless it is there already. */
    void write(Place place, String text) {
        if (place.before().filter(file -> file.text().equals(text)).isPresent()) {
            return;
        }
        String href = href(place.path());
        String version = place.before().map(StoredFile::version).orElse("");
        StagedFile file = context.create(href, version);
        try {
            file.stream().write(text.getBytes(UTF_8));
            file.commit();
        } catch (IOException e) {
            throw WriteFailures.of(href, e);
        } finally {
            file.discard();
        }
    }

    /** What is damaged has no id, and is written anew. */
    private static Optional<String> idOf(String text) {
        try {
            return JsonValues.string(JsonText.parse(text).get("id"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String folderOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Returns the path that a link of a document leads to. */
    String linked(Map<String, Object> link, String document) {
        String href = String.valueOf(link.get("href"));
        return !url.isEmpty() && href.startsWith(url)
                ? href.substring(url.length())
                : CatalogNames.resolve(folderOf(document), href);
    }

    /** Reads the Items that the links of a document lead to, in all sub-catalogs too. */
    void items(
            String document,
            List<Map<String, Object>> links,
            Predicate<String> wanted,
            BiConsumer<String, StacItem> taker) {
        items(document, links, wanted, taker, new HashSet<>(Set.of(document)));
    }

    private void items(
            String document,
            List<Map<String, Object>> links,
            Predicate<String> wanted,
            BiConsumer<String, StacItem> taker,
            Set<String> seen) {
        for (Map<String, Object> link : links) {
            String path = linked(link, document);
            if ("child".equals(link.get("rel")) && seen.add(path)) {
                read(path)
                        .map(child -> JsonValues.objects(child.get("links")))
                        .ifPresent(below -> items(path, below, wanted, taker, seen));
            } else if ("item".equals(link.get("rel")) && wanted.test(path)) {
                read(path).map(StacItem::of).ifPresent(item -> taker.accept(path, item));
            }
        }
    }
}
