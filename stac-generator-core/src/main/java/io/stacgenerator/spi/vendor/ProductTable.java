package io.stacgenerator.spi.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.stacgenerator.spi.MetadataDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's products look like: documents, names, files and bands. Written as text in sections of rows, whose
 * columns are parted by a bar between blanks; blank lines and lines that start with {@code #} say nothing.
 *
 * <pre>
 * [documents]  an expression that is found near the start of a metadata document
 * [scenes]     expressions for paths, with the group scene, perhaps with the groups part and id, whose / become _, or
 *              ID for an id in capitals, and perhaps {@code ?} in a second column where files of others have such
 *              names too
 * [metadata]   expressions for the names of files that are read; of those in one row the first that is there
 * [bands]      instrument:name, or name | common name | center wavelength | full width at half maximum, in micrometers
 *              | description
 * [files]      expression for the name | asset key | title | roles | ground sample distance in meters | bands, or * for
 *              those that the metadata list | scale | offset | nodata | unit
 * [bare]       as files, for names that mean this only in a scene of the vendor; with the folder: R20m/B05.jp2
 * [classes]    expression for the asset key or the name of the file | value | name | description | color
 * [bitfields]  as before | offset | length | name | description | value=name:description; value=name:description
 * </pre>
 *
 * <p>Expressions are those of {@link java.util.regex.Pattern}, without regard to case. Groups of the name of a file are
 * referred to as {@code $1} in key, title and distance. Columns at the end may be left out. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ProductTable {

    // the names of elements that identify a vendor come early, after comments at most
    private static final int START = 64 * 1024;

    private final Supplier<InputStream> source;
    private volatile @Nullable ProductRows rows;

    private ProductTable(Supplier<InputStream> source) {
        this.source = source;
    }

    /**
     * Takes a table from a resource, which is read on first use.
     *
     * @param resource opens the resource, such as {@code () -> AcmeVendor.class.getResourceAsStream("acme.txt")}; what
     *     it returns is closed
     * @return the table
     */
    public static ProductTable of(Supplier<@Nullable InputStream> resource) {
        return new ProductTable(() -> requireNonNull(resource.get(), "the table of products is not there"));
    }

    private ProductRows rows() {
        ProductRows read = rows;
        if (read == null) {
            read = read();
            rows = read;
        }
        return read;
    }

    private ProductRows read() {
        try (InputStream in = source.get()) {
            return ProductRows.of(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table of products", e);
        }
    }

    /**
     * Returns whether a metadata document is of these products.
     *
     * @param document the document
     * @return true when its start looks so
     */
    public boolean describes(MetadataDocument document) {
        ByteBuffer bytes = document.content();
        bytes.limit(Math.min(bytes.limit(), START));
        String start = UTF_8.decode(bytes).toString();
        return rows().documents().stream().anyMatch(form -> form.matcher(start).find());
    }

    /**
     * Returns which scene a file belongs to.
     *
     * @param path the path in its storage, with {@code /} between folders
     * @return its place by each row up to the first that is certain; none for a file of others
     */
    public List<SceneFile> sceneFiles(String path) {
        return rows().sceneFiles(path);
    }

    /**
     * Returns what is known of a file whose name shows that it is of these products.
     *
     * @param fileName its name, without folders
     * @return the file; empty for a file of others
     */
    public Optional<ProductFile> file(String fileName) {
        return rows().file(fileName);
    }

    /**
     * Returns the assets of those files of a scene that are known, by key.
     *
     * @param paths the paths or hrefs of the files of a request, without query
     * @param instrument the instrument that took the bands, or the empty string where the table has but one
     * @param listed the bands that the metadata list, for files whose bands differ from product to product
     * @return the assets, which may be changed
     */
    public Map<String, PartialAsset> assets(List<String> paths, String instrument, List<String> listed) {
        Map<String, PartialAsset> assets = new LinkedHashMap<>();
        for (String path : paths) {
            rows().fileOfScene(path)
                    .ifPresent(file ->
                            assets.put(unique(file.key(), assets.keySet()), asset(path, file, instrument, listed)));
        }
        return assets;
    }

    /** The merge finds an asset by its key, which is made of its name; by its href where the name says nothing. */
    private PartialAsset asset(String path, ProductFile file, String instrument, List<String> listed) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (file(file.name()).isEmpty()) {
            members.put("href", path);
        }
        members.putAll(file.fields());
        List<Object> bands = bands(file, instrument, listed);
        if (!bands.isEmpty()) {
            members.put("bands", bands);
        }
        return new PartialAsset(file, members);
    }

    /**
     * Returns what the table says of a band.
     *
     * @param instrument the instrument that took it, or the empty string where the table has but one
     * @param name its name in the table
     * @return its members, which may be changed; the name alone for a band that is not in the table
     */
    public Map<String, Object> band(String instrument, String name) {
        return rows().band(instrument, name);
    }

    private List<Object> bands(ProductFile file, String instrument, List<String> listed) {
        List<String> names = file.bands().equals(List.of("*")) ? listed : file.bands();
        return new ArrayList<>(
                names.stream().map(name -> rows().band(instrument, name)).toList());
    }

    /**
     * Makes a key differ from those that are taken.
     *
     * @param key the key that is wanted
     * @param taken the keys before it
     * @return the key, or the key with the first free number from 2 on
     */
    public static String unique(String key, Set<String> taken) {
        String candidate = key;
        for (int i = 2; taken.contains(candidate); i++) {
            candidate = key + "_" + i;
        }
        return candidate;
    }
}
