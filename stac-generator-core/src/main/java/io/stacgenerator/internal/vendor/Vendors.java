package io.stacgenerator.internal.vendor;

import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.spi.vendor.ProductFile;
import io.stacgenerator.spi.vendor.SceneFile;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The vendors of a generator. Thread-safe. */
public final class Vendors {

    private final List<Vendor> vendors;

    /**
     * Takes vendors.
     *
     * @param vendors the vendors in the order in which they are asked
     */
    public Vendors(List<Vendor> vendors) {
        this.vendors = List.copyOf(vendors);
    }

    /**
     * Returns the parsers of the vendors' documents among others. Of other products none is read.
     *
     * @param others the parsers of other documents
     * @return all, in the order in which they are asked
     */
    public List<MetadataParser> parsers(List<MetadataParser> others) {
        return Stream.concat(
                        vendors.stream()
                                .filter(vendor -> !(vendor instanceof OtherProducts))
                                .map(VendorParser::new),
                        others.stream())
                .sorted(Comparator.comparingInt(MetadataParser::order))
                .toList();
    }

    /**
     * Returns the asset key of a file that a vendor names alike in all products.
     *
     * @param fileName the name of a file
     * @return such as {@code red}; empty when no vendor is known to name files so
     */
    public Optional<String> key(String fileName) {
        return vendors.stream()
                .flatMap(vendor -> vendor.products().file(fileName).stream())
                .map(ProductFile::key)
                .findFirst();
    }

    /**
     * Returns which scene of a vendor a file belongs to.
     *
     * @param path the path in its storage, with {@code /} between folders
     * @return its places, the first of which are not certain; none for a file of no vendor
     */
    public List<SceneFile> sceneFiles(String path) {
        return vendors.stream()
                .map(vendor -> vendor.sceneFiles(path))
                .filter(places -> !places.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Returns what a vendor's table says of the files of its products, for a scene without the vendor's metadata.
     *
     * @param paths the paths or hrefs of the files of a request, without query
     * @return a partial Item with assets; empty for files of no vendor
     */
    public Optional<MetadataLayer> described(List<String> paths) {
        return vendors.stream()
                .filter(vendor -> paths.stream()
                        .anyMatch(path -> vendor.sceneFiles(path).stream().anyMatch(SceneFile::certain)))
                .findFirst()
                .map(vendor -> new MetadataLayer(
                        Provenance.FILE_NAMES + vendor.id(), Map.of("assets", assets(vendor, paths))));
    }

    private static Map<String, Object> assets(Vendor vendor, List<String> paths) {
        Map<String, Object> assets = new LinkedHashMap<>();
        vendor.products().assets(paths, "", List.of()).forEach((key, asset) -> assets.put(key, asset.members()));
        return assets;
    }

    /**
     * Returns the documents that a vendor delivers in place of another one, such as the MTL of Landsat as text and XML.
     *
     * @param path the path of a document
     * @param others the paths of further files
     * @return those of the others that are of the same kind and scene, the preferred ones first
     */
    public List<String> alternatives(String path, List<String> others) {
        return document(path).stream()
                .flatMap(given -> others.stream()
                        .filter(other -> !other.equals(path))
                        .filter(other -> document(other)
                                .filter(file -> replaces(file, given))
                                .isPresent()))
                .sorted(Comparator.comparing(
                        other -> document(other).map(SceneFile::preference).orElse(0)))
                .toList();
    }

    private Optional<SceneFile> document(String path) {
        return sceneFiles(path).stream()
                .filter(file -> file.document().isPresent())
                .findFirst();
    }

    private static boolean replaces(SceneFile one, SceneFile other) {
        return one.document().equals(other.document()) && one.scene().equals(other.scene());
    }
}
