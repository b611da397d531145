package io.stacgenerator.internal.zarr;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.model.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The files of a store that a test writes, in version 2 or 3, with coordinates in chunks of two values. */
final class ZarrFiles {

    private static final int CHUNK = 2;

    private final int version;
    private final String codec;
    private final Map<String, Map<String, Object>> nodes = new TreeMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private ZarrFiles(int version, String codec) {
        this.version = version;
        this.codec = codec;
    }

    static ZarrFiles of(int version, String codec) {
        return new ZarrFiles(version, codec).group("", Map.of());
    }

    ZarrFiles group(String path, Map<String, Object> attributes) {
        if (version == 3) {
            nodes.put(path, Map.of("zarr_format", 3, "node_type", "group", "attributes", attributes));
        } else {
            nodes.put(below(path, ".zgroup"), Map.of("zarr_format", 2));
            nodes.put(below(path, ".zattrs"), attributes);
        }
        return this;
    }

    /** Adds a variable of floats, without its chunks. */
    ZarrFiles variable(String path, Map<String, Object> attributes, List<String> dimensions, Integer... shape) {
        return array(path, "float32", List.of(shape), dimensions, attributes);
    }

    /** Adds a coordinate with its chunks. */
    ZarrFiles coordinate(String path, Map<String, Object> attributes, double... values) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        array(path, "float64", List.of(values.length), List.of(name), attributes);
        return chunks(path, CHUNK, "", values);
    }

    /** Adds the bounds of a coordinate with their chunks: the edges of one cell after the other. */
    ZarrFiles bounds(String path, double... edges) {
        array(path, "float64", List.of(edges.length / 2, 2), List.of("cell", "edge"), Map.of());
        return chunks(path, 2 * CHUNK, version == 3 ? "/0" : ".0", edges);
    }

    private ZarrFiles chunks(String path, int size, String end, double... values) {
        for (int start = 0; start < values.length; start += size) {
            ByteBuffer chunk = ByteBuffer.allocate(size * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            DoubleStream.of(values).skip(start).limit(size).forEach(chunk::putDouble);
            files.put(path + (version == 3 ? "/c/" : "/") + start / size + end, encoded(chunk.array()));
        }
        return this;
    }

    private ZarrFiles array(
            String path, String type, List<Integer> shape, List<String> dimensions, Map<String, Object> attributes) {
        List<Integer> chunks = shape.stream().map(length -> CHUNK).toList();
        if (version == 3) {
            nodes.put(
                    path,
                    Map.of(
                            "zarr_format",
                            3,
                            "node_type",
                            "array",
                            "shape",
                            shape,
                            "data_type",
                            type,
                            "chunk_grid",
                            Map.of("name", "regular", "configuration", Map.of("chunk_shape", chunks)),
                            "chunk_key_encoding",
                            Map.of("name", "default"),
                            "codecs",
                            codecs(),
                            "dimension_names",
                            dimensions,
                            "attributes",
                            attributes));
            return this;
        }
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("zarr_format", 2);
        array.put("shape", shape);
        array.put("chunks", chunks);
        array.put("dtype", type.equals("float64") ? "<f8" : "<f4");
        if (!codec.isEmpty()) {
            array.put("compressor", Map.of("id", codec, "level", 1));
        }
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        all.put("_ARRAY_DIMENSIONS", dimensions);
        nodes.put(below(path, ".zarray"), array);
        nodes.put(below(path, ".zattrs"), all);
        return this;
    }

    private List<Map<String, Object>> codecs() {
        Map<String, Object> bytes = Map.of("name", "bytes", "configuration", Map.of("endian", "little"));
        return codec.isEmpty() ? List.of(bytes) : List.of(bytes, Map.of("name", codec));
    }

    private byte[] encoded(byte[] chunk) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (var out = codec.equals("gzip")
                ? new GZIPOutputStream(encoded)
                : codec.equals("zlib") ? new DeflaterOutputStream(encoded) : encoded) {
            out.write(chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    /** Returns all files of the store by their paths, with consolidated metadata. */
    Map<String, byte[]> consolidated() {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        if (version == 3) {
            Map<String, Object> root = new LinkedHashMap<>(nodes.get(""));
            Map<String, Object> others = new LinkedHashMap<>(nodes);
            others.remove("");
            root.put("consolidated_metadata", Map.of("kind", "inline", "metadata", others));
            all.put("zarr.json", json(root));
        } else {
            all.put(".zmetadata", json(Map.of("zarr_consolidated_format", 1, "metadata", nodes)));
        }
        return all;
    }

    /** Returns all files of the store by their paths, with the metadata of each array next to it. */
    Map<String, byte[]> separate() {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        nodes.forEach((path, node) -> all.put(version == 3 ? below(path, "zarr.json") : path, json(node)));
        return all;
    }

    private static byte[] json(Map<String, ?> document) {
        return JsonText.compact(document).getBytes(UTF_8);
    }

    static Path write(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }
}
