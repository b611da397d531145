package io.stacgenerator.internal.pipeline.asset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Media types of files that no reader opens, by the extension of the name (STAC best practices, common media types).
 */
final class MediaTypes {

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("jp2", "image/jp2"),
            Map.entry("j2k", "image/jp2"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("nc", "application/netcdf"),
            Map.entry("nc4", "application/netcdf"),
            Map.entry("h5", "application/x-hdf5"),
            Map.entry("hdf5", "application/x-hdf5"),
            Map.entry("he5", "application/x-hdf5"),
            Map.entry("hdf", "application/x-hdf"),
            Map.entry("grib", "application/wmo-GRIB2"),
            Map.entry("grb", "application/wmo-GRIB2"),
            Map.entry("grib2", "application/wmo-GRIB2"),
            Map.entry("zarr", "application/vnd.zarr"),
            Map.entry("parquet", "application/vnd.apache.parquet"),
            Map.entry("las", "application/vnd.las"),
            Map.entry("laz", "application/vnd.laszip"),
            Map.entry("geojson", "application/geo+json"),
            Map.entry("ndjson", "application/x-ndjson"),
            Map.entry("gpkg", "application/geopackage+sqlite3"),
            Map.entry("fgb", "application/vnd.flatgeobuf"),
            Map.entry("kml", "application/vnd.google-earth.kml+xml"),
            Map.entry("pmtiles", "application/vnd.pmtiles"),
            Map.entry("shp", "application/vnd.shp"),
            Map.entry("zip", "application/zip"),
            Map.entry("xml", "application/xml"),
            Map.entry("json", "application/json"),
            Map.entry("txt", "text/plain"),
            Map.entry("md5", "text/plain"),
            Map.entry("md", "text/plain"),
            Map.entry("imd", "text/plain"),
            Map.entry("rpb", "text/plain"),
            Map.entry("tfw", "text/plain"),
            Map.entry("prj", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("html", "text/html"),
            Map.entry("pdf", "application/pdf"));

    /** Of formats for which there is no media type; a file that only accompanies a raster has none of them. */
    private static final Set<String> OF_UNTYPED_RASTERS = Set.of(
            ("adf asc bag bil bip bmp bsq bt byn cos cub dem dt0 dt1 dt2 ecw ers fit fits flt grc grd gxf heic hgt img"
                            + " isg jxl kap mbtiles mpr mrf nitf nsf ntf pds pix qub rst sdat sid vic vicar vrt xyz zmap")
                    .split(" "));

    /** Of files that come with rasters, or that are documents, archives, keys, models or films. */
    private static final Set<String> OF_OTHERS = Set.of(
            ("7z att aux avi avif avro bz2 cpg db dbf doc docx eph exe gdbtable gdbtablx gz ige idx index jks key lock lz4"
                            + " lzma mov mp3 mp4 npy npz odp ods odt onnx p7s pkl ppt pptx pt rar rrd safetensors sbn sbx shx"
                            + " sig spx sqlite tar tgz wav wmv xls xlsx xz z zst")
                    .split(" "));

    private MediaTypes() {}

    static Optional<String> of(String fileName) {
        if (fileName.toLowerCase(Locale.ROOT).endsWith(".copc.laz")) {
            return Optional.of("application/vnd.laszip+copc");
        }
        return Optional.ofNullable(BY_EXTENSION.get(extension(fileName)));
    }

    /** Returns whether the name of a file is that of a raster without media type. */
    static boolean isOfUntypedRaster(String fileName) {
        return OF_UNTYPED_RASTERS.contains(extension(fileName));
    }

    /** Returns whether the name of a file leaves open what it is: it has no extension, or one that is not known. */
    static boolean mayBeOfRaster(String fileName) {
        String extension = extension(fileName);
        return !BY_EXTENSION.containsKey(extension) && !OF_OTHERS.contains(extension);
    }

    private static String extension(String fileName) {
        return FileNames.extension(fileName).toLowerCase(Locale.ROOT);
    }
}
