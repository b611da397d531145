package io.stacgenerator.internal.geotiff;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a camera writes into an image: Exif 2.32 (CIPA DC-008), under its names with {@code EXIF:} in front. */
final class ExifTags {

    private static final String PREFIX = "EXIF:";
    private static final Map<Integer, String> OF_IMAGE = Map.of(271, "Make", 272, "Model");
    private static final Map<Integer, String> OF_EXIF = Map.of(
            36867, "DateTimeOriginal",
            36881, "OffsetTimeOriginal",
            37386, "FocalLength",
            37521, "SubSecTimeOriginal",
            42033, "BodySerialNumber");
    private static final Map<Integer, String> OF_GPS = Map.of(
            1, "GPSLatitudeRef",
            2, "GPSLatitude",
            3, "GPSLongitudeRef",
            4, "GPSLongitude",
            5, "GPSAltitudeRef",
            6, "GPSAltitude");

    /** Three numbers of an angle are the most that is of use. */
    private static final int MAX_VALUES = 3;

    private ExifTags() {}

    /** Adds the tags of a camera; broken ones are left out with a warning. */
    static void read(TiffFile file, Map<String, String> into, List<Warning> warnings) throws IOException {
        Map<String, String> tags = new LinkedHashMap<>();
        try {
            read(file.main(), OF_IMAGE, tags);
            for (Ifd exif : file.directories(TagId.EXIF_IFD)) {
                read(exif, OF_EXIF, tags);
            }
            for (Ifd gps : file.directories(TagId.GPS_IFD)) {
                read(gps, OF_GPS, tags);
            }
            byte[] packet = file.main().has(TagId.XMP) ? raw(file.main()) : new byte[0];
            tags.putAll(Xmp.read(packet, warnings));
        } catch (StacGeneratorException e) {
            warnings.add(new Warning("exif-unreadable", "what the camera says is left out: " + e.getMessage()));
        }
        into.putAll(tags);
    }

    private static byte[] raw(Ifd image) throws IOException {
        return Optional.ofNullable(image.tag(TagId.XMP)).orElseThrow().raw();
    }

    private static void read(Ifd ifd, Map<Integer, String> names, Map<String, String> into) throws IOException {
        for (Map.Entry<Integer, String> name : names.entrySet()) {
            Optional<String> text = ifd.text(name.getKey()).map(String::strip);
            String value = text.isPresent() ? text.get() : numbers(ifd.numbers(name.getKey()));
            if (!value.isEmpty()) {
                into.put(PREFIX + name.getValue(), value);
            }
        }
    }

    private static String numbers(double[] values) {
        return values.length > MAX_VALUES
                ? ""
                : Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }
}
