package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The leading bytes by which raster formats are known, and those of formats that are not rasters. */
final class Signatures {

    private static final List<Signature> RASTERS = List.of(
            new Signature(0, "II*\0"),
            new Signature(0, "MM\0*"),
            new Signature(0, "II+\0"),
            new Signature(0, "MM\0+"),
            new Signature(0, "\0\0\0\fjP  \r\n\u0087\n"),
            new Signature(0, "\u00ffO\u00ffQ"),
            new Signature(0, "\u0089PNG\r\n\u001a\n"),
            new Signature(0, "\u00ff\u00d8\u00ff"),
            new Signature(0, "GIF8"),
            new Signature(8, "WEBP"),
            new Signature(4, "ftyphei"),
            new Signature(4, "ftypmif1"),
            new Signature(0, "\u000e\u0003\u0013\u0001"),
            new Signature(0, "GRIB"),
            new Signature(0, "NITF0"),
            new Signature(0, "NSIF0"),
            new Signature(0, "EHFA_HEADER_TAG"),
            new Signature(0, "PCIDSK  "),
            new Signature(0, "SIMPLE  ="),
            new Signature(0, "DSAA"),
            new Signature(0, "DSBB"),
            new Signature(0, "DSRB"),
            new Signature(0, "UHL1"),
            new Signature(0, "ncols"),
            new Signature(0, "NCOLS"),
            new Signature(68, "GPKG"),
            new Signature(68, "GP10"),
            new Signature(68, "GP11"),
            new Signature(68, "MPBX"));

    private static final List<Signature> HDF5 = List.of(
            new Signature(0, "\u0089HDF\r\n\u001a\n"),
            new Signature(0, "CDF\u0001"),
            new Signature(0, "CDF\u0002"),
            new Signature(0, "CDF\u0005"));

    private static final Signature SQLITE = new Signature(0, "SQLite format 3");

    private static final List<Signature> OTHERS = List.of(
            new Signature(0, "{"),
            new Signature(0, "["),
            new Signature(0, "<"),
            new Signature(0, "\u00ef\u00bb\u00bf"),
            new Signature(0, "PK\u0003\u0004"),
            new Signature(0, "%PDF"),
            new Signature(0, "\u001f\u008b"),
            SQLITE,
            new Signature(0, "AuxilaryTarget"),
            new Signature(0, "\0\0'\n"));

    /** Elements as GDAL looks for them, and its drivers. */
    private static final Map<String, String> NAMED_FILES = Map.of("<VRTDataset", "VRT", "<MRF_META", "MRF");

    private Signatures() {}

    static boolean ofRaster(ByteBuffer head) {
        return ofHdf5(head) || RASTERS.stream().anyMatch(signature -> signature.matches(head));
    }

    /** Returns whether the file is HDF5 or NetCDF of any version. */
    static boolean ofHdf5(ByteBuffer head) {
        return HDF5.stream().anyMatch(signature -> signature.matches(head));
    }

    /**
     * Returns whether the file is JSON, XML, a text with a byte order mark, an archive, a PDF, a database, a shapefile
     * or the header of PAux, which names its pixels.
     */
    static boolean ofOther(ByteBuffer head) {
        return OTHERS.stream().anyMatch(signature -> signature.matches(head));
    }

    /**
     * Returns the driver of a format whose XML names the files that hold the pixels.
     *
     * @return the short name of GDAL's driver; empty where it is unknown
     */
    static Optional<String> driverOfNamedFiles(ByteBuffer head) {
        String text = ISO_8859_1.decode(head.duplicate()).toString();
        return NAMED_FILES.entrySet().stream()
                .filter(element -> text.contains(element.getKey()) && ofOther(head))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns whether a driver that GDAL may ask takes the file for a VRT or an MRF, even with another beginning. */
    static boolean namesFiles(ByteBuffer head) {
        String text = ISO_8859_1.decode(head.duplicate()).toString();
        // such XML is read up to the first zero byte, and an MRF also from the second block of an archive
        String xml = text.startsWith("<MRF_META>", 512) ? text.substring(512) : text.replaceFirst("(?s)\0.*", "");
        return NAMED_FILES.keySet().stream().anyMatch(xml::contains);
    }

    static boolean ofSqlite(ByteBuffer head) {
        return SQLITE.matches(head);
    }

    private record Signature(int offset, String bytes) {

        boolean matches(ByteBuffer head) {
            byte[] expected = bytes.getBytes(ISO_8859_1);
            int end = offset + expected.length;
            return head.remaining() >= end
                    && head.slice(head.position() + offset, expected.length).equals(ByteBuffer.wrap(expected));
        }
    }
}
