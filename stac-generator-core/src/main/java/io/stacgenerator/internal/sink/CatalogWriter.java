package io.stacgenerator.internal.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.storage.FileStorageResolver;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.CollectionSummary;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Items of a catalog as they come, then the documents that link to them, the deepest first: whoever reads it finds no
 * link to a file that is not there. What is there already is kept, and not written again when it would be the same.
 */
final class CatalogWriter implements ItemWriter {

    private static final Set<String> STRUCTURE = Set.of("root", "parent", "self", "child", "item", "collection");
    private static final String JSON = "application/json";
    private static final String MIRROR = "items.parquet";
    /** In bytes: what file systems take. */
    private static final int LONGEST_NAME = 255;

    private static final FileStorageResolver LOCAL = new FileStorageResolver();
    private static final String GEOJSON = "application/geo+json";

    private final CatalogFolder catalog;
    private final CatalogOptions options;
    private final SinkContext context;
    private final Map<String, CatalogNode> nodes = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();
    private final EarlierItems earlierItems;
    private final CatalogNode root;
    private boolean ended;

    CatalogWriter(String target, CatalogOptions options, SinkContext context, EarlierItems earlierItems) {
        this.options = options;
        this.context = context;
        this.earlierItems = earlierItems;
        catalog = new CatalogFolder(target, options.url(), context);
        root = new CatalogNode("", options.id(), null, null);
        catalog.read(root.file())
                .map(document -> document.get("type"))
                .filter(type -> !"Catalog".equals(type))
                .ifPresent(type -> {
                    throw Sinks.invalid("%s is of type '%s', expected the Catalog to add to"
                            .formatted(catalog.href(root.file()), type));
                });
        nodes.put("", root);
        if (options.mirror()) { // an error before the work rather than after it
            context.open(catalog.href(MIRROR), CatalogOptions.mirror(context, Map.of("id", options.id())))
                    .abort();
        }
    }

    @Override
    public void accept(StacItem item) {
        StacGeneratorException refusal = take(inCollection(item));
        if (refusal != null) {
            context.rejected(item, refusal);
        }
    }

    private StacItem inCollection(StacItem item) {
        Optional<String> collection = context.options().collectionOf(item);
        if (collection.equals(item.collection())) {
            return item;
        }
        Map<String, Object> members = new LinkedHashMap<>(item.toMap());
        collection.ifPresent(id -> members.put("collection", id));
        return StacItem.of(members);
    }

    private synchronized @Nullable StacGeneratorException take(StacItem item) {
        try {
            CatalogNode parent = parent(item);
            String name = CatalogNames.item(item.id());
            checkLength(name + ".json", item);
            String path = parent.path(options.folders() ? name + "/" + name + ".json" : name + ".json");
            if (written.contains(path)) {
                throw Sinks.refused(
                        "item %s is there twice: %s is written already".formatted(item.id(), catalog.href(path)));
            }
            CatalogFolder.Place place = catalog.place(path, item.id());
            CatalogNode collection = collection(parent);
            if (collection.summary != null) {
                collection.summary.add(item);
            }
            catalog.write(place, CatalogFolder.text(document(item, parent, path)));
            written.add(path);
            parent.children.put(path, new CatalogNode.Child("item", GEOJSON, title(item.properties(), item.id())));
            return null;
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.ITEM_REFUSED || e.code() == ErrorCode.INVALID_ITEM) {
                return e;
            }
            throw e;
        }
    }

    private static String title(Map<String, Object> holder, String id) {
        return JsonValues.string(holder.get("title")).orElse(id);
    }

    private static void checkLength(String name, StacItem item) {
        int bytes = name.getBytes(UTF_8).length;
        if (bytes > LONGEST_NAME) {
            throw Sinks.refused(
                    "item %s has an id, or one of its Collection, that makes a file name of %d bytes, expected at most %d"
                            .formatted(item.id(), bytes, LONGEST_NAME));
        }
    }

    private CatalogNode parent(StacItem item) {
        CatalogNode node = item.collection()
                .map(id -> child(root, CatalogNames.file(id), id, true, item))
                .orElse(root);
        for (String folder : options.subcatalogs(item)) {
            node = child(node, folder, folder, false, item);
        }
        return node;
    }

    private CatalogNode child(CatalogNode parent, String folder, String id, boolean collection, StacItem item) {
        CatalogNode known = nodes.get(parent.path(folder));
        if (known != null && known.id.equals(id) && known.isCollection() == collection) {
            return known;
        }
        CatalogNode node = new CatalogNode(parent.path(folder), id, parent, collection ? context.summary() : null);
        checkLength(folder, item);
        if (known != null) {
            throw misplaced(item, node);
        }
        catalog.read(node.file()).ifPresent(document -> expect(node, document, item));
        nodes.put(node.folder, node);
        return node;
    }

    private void expect(CatalogNode node, Map<String, Object> document, StacItem item) {
        CollectionSummary summary = node.summary;
        boolean expected = summary == null
                ? "Catalog".equals(document.get("type"))
                : "Collection".equals(document.get("type")) && node.id.equals(document.get("id"));
        if (!expected) {
            throw misplaced(item, node);
        }
        if (summary != null) {
            summary.applyTo(document); // from now on it refuses Items in another version of STAC
        }
    }

    private StacGeneratorException misplaced(StacItem item, CatalogNode node) {
        return Sinks.refused("item %s belongs to the %s '%s' in %s, where another document is"
                .formatted(
                        item.id(), node.isCollection() ? "Collection" : "Catalog", node.id, catalog.href(node.folder)));
    }

    private CatalogNode collection(CatalogNode node) {
        return node.isCollection() || node.parent == null ? node : collection(node.parent);
    }

    private Map<String, Object> document(StacItem item, CatalogNode parent, String path) {
        Map<String, Object> json = new LinkedHashMap<>(item.toMap());
        String folder = CatalogFolder.folderOf(path);
        List<Object> links = new ArrayList<>();
        CatalogNode collection = collection(parent);
        links.add(link("root", root.file(), JSON, folder, options.title()));
        links.add(link("parent", parent.file(), JSON, folder, titleOf(parent)));
        if (collection.isCollection()) {
            links.add(link("collection", collection.file(), JSON, folder, titleOf(collection)));
        }
        addSelf(links, path, GEOJSON);
        addOthers(links, json);
        json.put("links", links);
        json.put("assets", assets(item, folder));
        return json;
    }

    private String titleOf(CatalogNode node) {
        if (node == root) {
            return options.title();
        }
        return title(context.options().collections().getOrDefault(node.id, Map.of()), node.id);
    }

    private Map<String, Object> link(String rel, String path, String type, String folder, String title) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("rel", rel);
        link.put("href", href(path, folder));
        link.put("type", type);
        link.put("title", title);
        return link;
    }

    private String href(String path, String folder) {
        return options.hrefs() == CatalogOptions.Hrefs.ABSOLUTE
                ? options.url() + path
                : CatalogNames.relative(folder, path);
    }

    /** Each document of an absolute catalog has its own URL, of a published one the root alone. */
    private void addSelf(List<Object> links, String path, String type) {
        boolean wanted = options.hrefs() == CatalogOptions.Hrefs.ABSOLUTE
                || (options.hrefs() == CatalogOptions.Hrefs.PUBLISHED && path.equals(root.file()));
        if (wanted) {
            Map<String, Object> link = new LinkedHashMap<>();
            link.put("rel", "self");
            link.put("href", options.url() + path);
            link.put("type", type);
            links.add(link);
        }
    }

    private static void addOthers(List<Object> links, Map<String, Object> document) {
        JsonValues.objects(document.get("links")).stream()
                .filter(link -> !STRUCTURE.contains(String.valueOf(link.get("rel"))))
                .forEach(links::add);
    }

    private Map<String, Object> assets(StacItem item, String folder) {
        Map<String, Object> assets = new LinkedHashMap<>();
        item.assets().forEach((key, asset) -> {
            Map<String, Object> members = new LinkedHashMap<>(asset.toMap());
            boolean thumbnail = JsonValues.elements(members.get("roles")).contains("thumbnail");
            JsonValues.string(members.get("href"))
                    .ifPresent(
                            href -> members.put("href", thumbnail ? relative(href, folder) : assetHref(href, folder)));
            assets.put(key, members);
        });
        return assets;
    }

    private String assetHref(String href, String folder) {
        return switch (options.assetHrefs()) {
            case "given" -> href;
            case "relative" -> relative(href, folder);
            default -> options.assetHrefs() + Hrefs.fileName(href);
        };
    }

    /** What lies outside of the catalog keeps its href. */
    private String relative(String href, String folder) {
        String target = catalog.href("");
        String base =
                href.startsWith("file:") && Hrefs.scheme(target) == null ? withSlash(LOCAL.publicHref(target)) : target;
        return href.startsWith(base) ? CatalogNames.relative(folder, href.substring(base.length())) : href;
    }

    private static String withSlash(String folder) {
        return folder.endsWith("/") ? folder : folder + "/";
    }

    @Override
    public synchronized void close() {
        if (ended) {
            return;
        }
        ended = true;
        List<CatalogNode> deepestFirst = new ArrayList<>(nodes.values());
        Collections.reverse(deepestFirst);
        deepestFirst.forEach(this::finish);
    }

    private void finish(CatalogNode node) {
        if (node.children.isEmpty() && node != root) {
            return; // all its Items were refused
        }
        Optional<String> before = catalog.text(node.file());
        Map<String, Object> earlier = before.map(text -> catalog.parse(node.file(), text))
                .<Map<String, Object>>map(LinkedHashMap::new)
                .orElseGet(() -> newDocument(node));
        Map<String, Map<String, Object>> children = children(node, earlier);
        collection(node).replaces |= node.children.entrySet().stream()
                .anyMatch(child -> child.getValue().rel().equals("item") && children.containsKey(child.getKey()));
        node.children.forEach(
                (path, child) -> children.put(path, link(child.rel(), path, child.type(), node.folder, child.title())));
        Map<String, Object> document = node.isCollection() ? summarized(node, earlier, before) : earlier;
        if (node.parent != null) {
            node.parent.children.put(node.file(), new CatalogNode.Child("child", JSON, title(document, node.id)));
        }
        List<Object> links = new ArrayList<>();
        links.add(link("root", root.file(), JSON, node.folder, options.title()));
        if (node.parent != null) {
            links.add(link("parent", node.parent.file(), JSON, node.folder, titleOf(node.parent)));
        }
        addSelf(links, node.file(), JSON);
        addOthers(links, document);
        links.addAll(children.values());
        document.put("links", links);
        if (node.isCollection() && options.mirror()) {
            mirror(node, document);
        }
        String text = CatalogFolder.text(document);
        catalog.write(catalog.place(node.file(), String.valueOf(document.get("id"))), text);
        if (node.summary != null) {
            earlierItems.put(catalog.href(node.file()), text, node.summary);
        }
    }

    /** Returns the links to Items and sub-catalogs that are there, in the order of their paths. */
    private Map<String, Map<String, Object>> children(CatalogNode node, Map<String, Object> document) {
        Map<String, Map<String, Object>> links = new TreeMap<>();
        JsonValues.objects(document.get("links")).stream()
                .filter(link -> "child".equals(link.get("rel")) || "item".equals(link.get("rel")))
                .forEach(link -> links.put(catalog.linked(link, node.file()), link));
        return links;
    }

    private Map<String, Object> newDocument(CatalogNode node) {
        if (node.isCollection()) {
            return Optional.ofNullable(context.options().collections().get(node.id))
                    .<Map<String, Object>>map(LinkedHashMap::new)
                    .orElseGet(() -> newCollection(node));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "Catalog");
        document.put("stac_version", "1.1.0");
        document.put("id", node.id);
        document.put("title", titleOf(node));
        document.put("description", node == root ? options.description() : node.id);
        return document;
    }

    /** Takes into account the Items that earlier runs have left, in all sub-catalogs. */
    private Map<String, Object> summarized(CatalogNode node, Map<String, Object> document, Optional<String> before) {
        CollectionSummary summary = node.summary;
        if (summary == null) {
            return document;
        }
        Optional<Map<String, Object>> known = node.replaces
                ? Optional.empty()
                : before.flatMap(text -> earlierItems.known(catalog.href(node.file()), text));
        known.ifPresentOrElse(
                summary::merge,
                () -> catalog.items(
                        node.file(),
                        JsonValues.objects(document.get("links")),
                        path -> !written.contains(path),
                        (path, item) -> summary.add(item)));
        return summary.applyTo(document);
    }

    /** Writes a table of all Items, whose hrefs are relative to the Collection there. */
    private void mirror(CatalogNode node, Map<String, Object> document) {
        String path = node.path(MIRROR);
        Map<String, Object> asset = new LinkedHashMap<>();
        asset.put("href", href(path, node.folder));
        asset.put("type", "application/vnd.apache.parquet");
        asset.put("title", "Items");
        asset.put("roles", List.of("collection-mirror"));
        Map<String, Object> assets = new LinkedHashMap<>(JsonValues.members(document.get("assets")));
        assets.put("items", asset);
        document.put("assets", assets);
        ItemWriter table = context.open(catalog.href(path), CatalogOptions.mirror(context, document));
        try {
            catalog.items(
                    node.file(),
                    JsonValues.objects(document.get("links")),
                    any -> true,
                    (file, item) -> table.accept(CatalogNames.moved(item, CatalogFolder.folderOf(file), node.folder)));
            table.close();
        } finally {
            table.abort();
        }
    }

    private static Map<String, Object> newCollection(CatalogNode node) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "Collection");
        collection.put("stac_version", "1.1.0");
        collection.put("id", node.id);
        collection.put("title", node.id);
        collection.put("description", node.id);
        collection.put("license", "other");
        return collection;
    }

    /** The Items that were written stay, complete and without a link to them: a later run passes over them. */
    @Override
    public synchronized void abort() {
        ended = true;
    }
}
