package io.stacgenerator.internal.storage;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.spi.StorageObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The names of the files that GDAL reads next to a raster. Immutable. */
public final class SideNames {

    /** What drivers append to the whole name: PAM, overviews, mask, and the headers of ENVI and ROI_PAC. */
    private static final List<String> APPENDED = List.of(".aux.xml", ".ovr", ".msk", ".hdr", ".rsc");

    /**
     * What drivers put in the place of the extension: headers and pixels (EHdr, ENVI, PAux, RRASTER, RST, SAGA, LOSLAS,
     * NWT_GRD), colors and statistics (EHdr), reference systems, rational polynomials, and the pixels, overviews and
     * auxiliary data of HFA.
     */
    private static final List<String> REPLACING = List.of(
            ".hdr",
            ".aux",
            ".grd",
            ".gri",
            ".rdc",
            ".ref",
            ".smp",
            ".sgrd",
            ".sdat",
            ".las",
            ".los",
            ".tab",
            ".clr",
            ".stx",
            ".sta",
            ".prj",
            ".rpb",
            "_rpc.txt",
            "_RPC.txt",
            ".rpc",
            ".ige",
            ".rrd");

    private final String fileName;
    private final boolean local;

    /**
     * Names the files next to a raster.
     *
     * @param object the raster
     */
    public SideNames(StorageObject object) {
        this.fileName = Hrefs.fileName(object.href());
        this.local = object.localPath().isPresent();
    }

    /**
     * Returns the name of the raster itself.
     *
     * @return the name of the file, not encoded
     */
    public String fileName() {
        return fileName;
    }

    /**
     * Returns the name of the raster without its extension.
     *
     * @return what precedes the last dot
     */
    public String stem() {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? fileName : fileName.substring(0, dot);
    }

    /**
     * Returns the names of world files, the likeliest first: with {@code tfw}, {@code tifw} or {@code wld} in the place
     * of the extension {@code tif}, in its case, and next to local files in the other case too.
     *
     * @return the names
     */
    public List<String> worldFiles() {
        return inCases(worldExtensions(extension()).toList());
    }

    /**
     * Returns the names of tables of MapInfo, in the case of the extension, and next to local files in the other case
     * too.
     *
     * @return the names
     */
    public List<String> mapInfoTables() {
        return inCases(List.of("tab"));
    }

    /**
     * Returns the names of attribute tables of ArcGIS, the likeliest first: appended, next to local files also in the
     * place of the extension, and in upper case.
     *
     * @return the names
     */
    public List<String> attributeTables() {
        return Stream.of(fileName, stem())
                .flatMap(name -> Stream.of(name + ".vat.dbf", name + ".VAT.DBF"))
                .limit(local ? 4 : 1)
                .toList();
    }

    /**
     * Returns the names of auxiliary files of ERDAS, in GDAL's order; remote ones are not looked for.
     *
     * @return the names
     */
    public List<String> auxiliaryFiles() {
        return Stream.of(stem(), fileName)
                .flatMap(name -> Stream.of(name + ".aux", name + ".AUX"))
                .filter(name -> local && !name.equals(fileName))
                .toList();
    }

    private List<String> inCases(List<String> extensions) {
        String own = extension();
        boolean upper = !own.equals(own.toLowerCase(Locale.ROOT));
        Stream<Boolean> cases = local ? Stream.of(upper, !upper) : Stream.of(upper);
        return cases.flatMap(each -> extensions.stream().map(name -> each ? name.toUpperCase(Locale.ROOT) : name))
                .map(each -> stem() + "." + each)
                .toList();
    }

    private String extension() {
        return fileName.substring(stem().length()).replaceFirst("^\\.", "");
    }

    private static Stream<String> worldExtensions(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return lower.length() < 2
                ? Stream.of("wld")
                : Stream.of(lower.charAt(0) + lower.substring(lower.length() - 1) + "w", lower + "w", "wld");
    }

    /**
     * Returns the names of all files that drivers may look for. Next to a remote file these are fewer, for each costs a
     * request, and formats of several files are seldom remote.
     *
     * @return the names, in both cases next to a local file
     */
    public List<String> all() {
        Stream<String> names = local
                ? Stream.of(APPENDED.stream().map(suffix -> fileName + suffix), worldFiles().stream(), replacing())
                        .flatMap(each -> each)
                : Stream.of(
                                APPENDED.stream().limit(3).map(suffix -> fileName + suffix),
                                mapInfoTables().stream(),
                                worldFiles().stream(),
                                Stream.of(stem() + ".prj"))
                        .flatMap(each -> each);
        return names.filter(name -> !name.equals(fileName)).distinct().toList();
    }

    private Stream<String> replacing() {
        return REPLACING.stream()
                .flatMap(suffix -> Stream.of(suffix, suffix.toUpperCase(Locale.ROOT)))
                .map(suffix -> stem() + suffix);
    }
}
