package io.stacgenerator.internal.zarr;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The metadata of a store of version 2 or 3: consolidated ones, or in a local folder those of each array. Used by one
 * thread.
 */
final class ZarrStore {

    static final String V3 = "zarr.json";
    static final String V2 = ".zmetadata";

    /** Consolidated metadata of a product of Sentinel-2 have 300 kB. */
    private static final int LARGEST_DOCUMENT = 16 << 20;

    /** Bounds what a folder of many documents takes in memory. */
    private static final long MOST_IN_DOCUMENTS = 4L * LARGEST_DOCUMENT;

    /** Two million doubles, few enough to keep; coordinates have thousands. */
    private static final int LARGEST_CHUNK = 16 << 20;

    /** Bounds what a hostile store costs: in a folder each array may be up to three files to read. */
    private static final int MOST_ARRAYS = 10_000;

    /** Twice what EOPF needs for measurements/reflectance/r10m/b02; bounds the walk, which meets chunks below. */
    private static final int DEEPEST = 8;

    private final StorageObject object;
    private final GenerationContext context;
    private final Map<String, ZarrArray> arrays = new TreeMap<>();
    private final Map<String, Map<String, Object>> groups = new TreeMap<>();
    private long inDocuments;
    private int version = 2;
    private boolean consolidated = true;

    /** The last chunk, which holds all that is read of most coordinates. */
    private String chunkName = "";

    private Optional<byte[]> chunk = Optional.empty();

    private ZarrStore(StorageObject object, GenerationContext context) {
        this.object = object;
        this.context = context;
    }

    static ZarrStore open(StorageObject object, GenerationContext context) throws IOException {
        ZarrStore store = new ZarrStore(object, context);
        store.read();
        return store;
    }

    List<ZarrArray> arrays() {
        return List.copyOf(arrays.values());
    }

    Optional<ZarrArray> array(String path) {
        return Optional.ofNullable(arrays.get(path));
    }

    /** Returns the attributes of a group by its path with a slash at its end, or an empty one for the root. */
    Map<String, Object> attributes(String group) {
        return groups.getOrDefault(group, Map.of());
    }

    int version() {
        return version;
    }

    boolean consolidated() {
        return consolidated;
    }

    private Optional<Path> folder() {
        return object.localPath().filter(Files::isDirectory);
    }

    private void read() throws IOException {
        Optional<String> v3 = isRoot(V2) ? Optional.empty() : document(V3);
        Optional<String> v2 = v3.isPresent() ? Optional.empty() : document(V2);
        if (v3.isPresent()) {
            version = 3;
            readV3(parse(v3.get(), V3));
        } else if (v2.isPresent()) {
            readV2(JsonValues.members(parse(v2.get(), V2).get("metadata")));
        } else {
            consolidated = false;
            readV2(walk(".zarray", ".zattrs"));
        }
    }

    /** Tells whether the store was opened by this document. */
    private boolean isRoot(String document) {
        return folder().isEmpty() && Hrefs.fileName(object.href()).equals(document);
    }

    private void readV3(Map<String, Object> root) throws IOException {
        node("", root);
        Map<String, Object> inline = JsonValues.members(
                JsonValues.members(root.get("consolidated_metadata")).get("metadata"));
        consolidated = !inline.isEmpty();
        if (consolidated) {
            inline.forEach((path, node) -> node(path, JsonValues.members(node)));
        } else {
            walk(V3).forEach((path, node) -> node(withoutName(path, V3), JsonValues.members(node)));
        }
    }

    private void node(String path, Map<String, Object> node) {
        if ("array".equals(node.get("node_type"))) {
            add(ZarrArray.v3(path, node));
        } else {
            groups.put(path.isEmpty() ? "" : path + "/", JsonValues.members(node.get("attributes")));
        }
    }

    private void readV2(Map<String, Object> documents) {
        documents.forEach((path, document) -> {
            if (path.endsWith(".zarray")) {
                String array = withoutName(path, ".zarray");
                String attributes = path.substring(0, path.length() - ".zarray".length()) + ".zattrs";
                add(ZarrArray.v2(array, JsonValues.members(document), JsonValues.members(documents.get(attributes))));
            } else if (path.endsWith(".zattrs")) {
                groups.put(path.substring(0, path.length() - ".zattrs".length()), JsonValues.members(document));
            }
        });
    }

    private static String withoutName(String path, String name) {
        return path.substring(0, Math.max(0, path.length() - name.length() - 1));
    }

    private void add(ZarrArray array) {
        arrays.put(array.path(), array);
        if (arrays.size() > MOST_ARRAYS) {
            throw invalid("it has more than %d arrays".formatted(MOST_ARRAYS));
        }
    }

    /** Reads the documents of these names in a folder, by their paths; of a storage over the network, none. */
    private Map<String, Object> walk(String... names) throws IOException {
        Map<String, Object> documents = new TreeMap<>();
        Path folder = folder().orElse(null);
        if (folder == null) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_RASTER,
                    "the Zarr store %s has no consolidated metadata, without which it cannot be read over the network"
                            .formatted(object.href()));
        }
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder, DEEPEST)) {
            files = walked.filter(file -> List.of(names).contains(String.valueOf(file.getFileName())))
                    .limit(3L * MOST_ARRAYS)
                    .toList();
        }
        for (Path file : files) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            Optional<String> text = document(path);
            if (text.isPresent()) {
                documents.put(path, parse(text.get(), path));
            }
        }
        return documents;
    }

    private Map<String, Object> parse(String text, String name) {
        return JsonReader.object(text, ErrorCode.INVALID_RASTER, "%s of %s".formatted(name, object.href()));
    }

    private Optional<String> document(String name) throws IOException {
        byte[] bytes = bytes(name, LARGEST_DOCUMENT).orElse(null);
        if (bytes == null) {
            return Optional.empty();
        }
        inDocuments += bytes.length;
        if (inDocuments > MOST_IN_DOCUMENTS) {
            throw invalid("its metadata have more than %d bytes".formatted(MOST_IN_DOCUMENTS));
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> bytes(String name, int most) throws IOException {
        if (name.startsWith("/")
                || name.contains("\\")
                || List.of(name.split("/", -1)).contains("..")) {
            throw invalid("the path %s leads out of it".formatted(name));
        }
        if (isRoot(name)) {
            return Optional.of(content(object, name, most));
        }
        Optional<String> href =
                folder().map(path -> path.resolve(name).toString()).or(() -> object.siblingHref(name));
        return href.isPresent() ? open(href.get(), name, most) : Optional.empty();
    }

    private Optional<byte[]> open(String href, String name, int most) throws IOException {
        try (StorageObject file = context.open(href)) {
            return Optional.of(content(file, name, most));
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.ACCESS_DENIED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private byte[] content(StorageObject file, String name, int most) throws IOException {
        if (file.size() > most) {
            throw invalid("%s has %d bytes, expected at most %d".formatted(name, file.size(), most));
        }
        ByteBuffer read = file.read(0, (int) file.size());
        byte[] bytes = new byte[read.remaining()];
        read.get(bytes);
        return bytes;
    }

    private StacGeneratorException invalid(String reason) {
        return new StacGeneratorException(
                ErrorCode.INVALID_RASTER, "the Zarr store %s is malformed: %s".formatted(object.href(), reason));
    }

    /**
     * Returns the first, the second and the last value of a coordinate.
     *
     * @return none where one cannot be read; fewer where the coordinate has fewer
     */
    List<Double> ends(ZarrArray array) throws IOException {
        long length = array.shape().isEmpty() ? 0 : array.shape().get(0);
        List<Double> ends = new ArrayList<>();
        for (long index :
                Stream.of(0L, 1L, length - 1).filter(i -> i < length).distinct().toList()) {
            value(array, index, 0).ifPresent(ends::add);
        }
        return ends.size() == Math.min(3, length) ? ends : List.of();
    }

    /**
     * Returns the edges of the first and of the last cell of a coordinate, by its bounds (CF conventions 1.11, section
     * 7.1).
     *
     * @return none where one cannot be read
     */
    List<Double> outerEdges(ZarrArray coordinate) throws IOException {
        List<Double> edges = new ArrayList<>();
        ZarrArray bounds = coordinate
                .text("bounds")
                .flatMap(name -> array(coordinate.group() + name))
                .filter(array -> array.shape().equals(List.of(coordinate.shape().get(0), 2L)))
                .orElse(null);
        if (bounds != null) {
            for (long index : List.of(0L, bounds.shape().get(0) - 1)) {
                value(bounds, index, 0).ifPresent(edges::add);
                value(bounds, index, 1).ifPresent(edges::add);
            }
        }
        return edges.size() == 4 ? edges : List.of();
    }

    /** Returns the value of an index of the first dimension, and of one of the second. */
    private Optional<Double> value(ZarrArray array, long index, int second) throws IOException {
        ZarrArray.Layout layout = array.layout();
        long size = layout.values() * layout.type().bytes();
        if (!layout.readable() || size == 0 || size > LARGEST_CHUNK || second >= layout.row()) {
            return Optional.empty();
        }
        String name = array.path() + "/" + layout.chunk(index);
        if (!name.equals(chunkName)) {
            chunk = chunk(name, layout, (int) size);
            chunkName = name;
        }
        return chunk.flatMap(bytes -> layout.type()
                .at(ByteBuffer.wrap(bytes), (int) (index % layout.chunks().get(0) * layout.row()) + second)
                .map(array::unpacked)
                .filter(Double::isFinite));
    }

    private Optional<byte[]> chunk(String name, ZarrArray.Layout layout, int size) throws IOException {
        byte[] bytes = bytes(name, LARGEST_CHUNK).orElse(null);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            for (String codec : layout.codecs()) {
                bytes = ZarrCodec.decode(codec, bytes, size);
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof StacGeneratorException known
                    ? known
                    : invalid("the chunk %s cannot be decompressed: %s".formatted(name, e.getMessage()));
        }
        return Optional.of(bytes);
    }
}
