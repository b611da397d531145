package io.stacgenerator.internal.pipeline.raster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the leading bytes of a file that no reader has taken show about it. */
public final class LeadingBytes {

    /** As many are shown: enough to know a file by, too few to hold what nobody should see. */
    private static final int SHOWN = 16;

    private static final Pattern RASTER_TYPES =
            Pattern.compile("image/.*|application/(netcdf|x-hdf5?|wmo-GRIB2|vnd\\.nitf|vnd\\.zarr.*)");

    private static final List<Kind> KINDS = List.of(
            kind("an empty file", "^$", "(?!)"),
            kind("a pointer of Git LFS", "^version https://git-lfs", "(?!)"),
            kind(
                    "an HTML page",
                    "^(\u00ef\u00bb\u00bf)?\\s*(<!--.*?-->\\s*)?<(!doctype\\s+html|html|head|body)\\b",
                    ".*html.*"),
            kind("an XML document", "^(\u00ef\u00bb\u00bf)?\\s*<[?!a-z]", ".*(xml|html).*|text/.*"),
            kind("JSON", "^(\u00ef\u00bb\u00bf)?\\s*[\\[{]\\s*[\"{\\[\\]}0-9-]", ".*json.*|text/.*"),
            kind("a PDF", "^%PDF", "application/pdf"),
            kind("gzip data", "^\u001f\u008b", ".*gzip"),
            kind("a ZIP archive", "^PK\u0003\u0004", "application/(zip|vnd\\.(?!las).*)"),
            kind("an SQLite database", "^SQLite format 3", ".*sqlite.*"),
            kind("a PNG", "^\u0089PNG\r\n", "image/png"),
            kind("a JPEG", "^\u00ff\u00d8\u00ff", "image/jpeg"),
            kind("a GIF", "^GIF8", "image/gif"),
            kind("a WebP", "^RIFF.{4}WEBP", "image/webp"),
            kind("a JPEG 2000", "^(\0\0\0\fjP  |\u00ffO\u00ffQ)", "image/(jp2|x-jp2)"),
            kind("a NetCDF", "^CDF[\u0001\u0002\u0005]", "application/netcdf"),
            kind("an HDF5", "^\u0089HDF\r\n", "application/(netcdf|x-hdf5?)"),
            kind("an HDF4", "^\u000e\u0003\u0013\u0001", "application/(x-hdf|netcdf)"),
            kind("a GRIB", "^GRIB", "application/wmo-GRIB2"),
            kind("an NITF", "^(NITF|NSIF)0", "application/vnd\\.nitf"),
            kind("plain text", "^[\\t\\n\\r\\x20-\\x7e]+$", "text/.*|.*(json|xml).*"));

    private final String head;

    private LeadingBytes(String head) {
        this.head = head;
    }

    private record Kind(String name, Pattern bytes, Pattern types) {}

    private static Kind kind(String name, String bytes, String types) {
        return new Kind(
                name, Pattern.compile(bytes, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), Pattern.compile(types));
    }

    public static LeadingBytes of(ByteBuffer head) {
        return new LeadingBytes(StandardCharsets.ISO_8859_1.decode(head).toString());
    }

    /** Returns whether a media type is one of rasters. */
    public static boolean isOfRasters(String mediaType) {
        return RASTER_TYPES.matcher(mediaType).matches();
    }

    /** Says why a file is not of a media type, or of a raster type that its bytes are not known to be of. */
    public Optional<String> contradict(String mediaType) {
        return KINDS.stream()
                .filter(kind -> kind.bytes().matcher(head).find())
                .findFirst()
                .map(kind -> kind.types().matcher(mediaType).matches() ? "" : "it is " + kind.name())
                .or(() -> Optional.of(isOfRasters(mediaType) ? "no reader knows it" : ""))
                .filter(reason -> !reason.isEmpty());
    }

    /** Returns whether the bytes are those of none of the formats that are known by them, text among these. */
    public boolean unknown() {
        return KINDS.stream().noneMatch(kind -> kind.bytes().matcher(head).find());
    }

    /** Shows the first bytes, in hexadecimal digits and, where they can be printed, as characters. */
    public String shown() {
        String first = head.substring(0, Math.min(SHOWN, head.length()));
        return first.isEmpty()
                ? "it has no bytes"
                : "its first bytes are %s '%s'"
                        .formatted(
                                HexFormat.ofDelimiter(" ").formatHex(first.getBytes(StandardCharsets.ISO_8859_1)),
                                first.replaceAll("[^\\x20-\\x7e]", "."));
    }
}
