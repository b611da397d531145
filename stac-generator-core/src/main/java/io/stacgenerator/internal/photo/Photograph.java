package io.stacgenerator.internal.photo;

import io.stacgenerator.spi.raster.RasterInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the tags of a photograph say: Exif 2.32, and the XMP of DJI, Parrot, senseFly and MicaSense. Immutable. */
public final class Photograph {

    private static final String EXIF = "EXIF:";
    private static final String XMP = "XMP:";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}(\\.\\d{0,20})?([eE][-+]?\\d{1,2})?");
    private static final Pattern QUOTIENT = Pattern.compile("([-+]?\\d{1,15})/(\\d{1,15})");
    private static final Pattern OFFSET = Pattern.compile("[-+]\\d\\d:\\d\\d|Z");
    private static final Pattern FRACTION = Pattern.compile("\\d{1,9}");
    private static final double MINUTES = 60;
    private static final double SECONDS = 3600;

    private final Map<String, String> tags;

    private Photograph(Map<String, String> tags) {
        this.tags = tags;
    }

    /**
     * Reads what the tags of a raster say about its camera.
     *
     * @param raster a raster
     * @return empty when no camera has taken it
     */
    public static Optional<Photograph> of(RasterInfo raster) {
        return of(raster.metadata());
    }

    /**
     * Reads what tags say about a camera.
     *
     * @param tags the tags of a raster
     * @return empty when no camera has written them
     */
    public static Optional<Photograph> of(Map<String, String> tags) {
        boolean camera = Stream.of("Make", "Model", "DateTimeOriginal").anyMatch(name -> tags.containsKey(EXIF + name));
        return camera ? Optional.of(new Photograph(tags)) : Optional.empty();
    }

    /** Returns the time of exposure with the parts of a second and the offset to UTC as far as they are known. */
    public Optional<String> time() {
        return xmp("drone-dji:UTCAtExposure")
                .map(utc -> utc + "Z")
                .or(() -> exif("DateTimeOriginal")
                        .map(time -> time
                                + exif("SubSecTimeOriginal")
                                        .filter(digits ->
                                                FRACTION.matcher(digits).matches())
                                        .map(digits -> "." + digits)
                                        .orElse("")
                                + exif("OffsetTimeOriginal")
                                        .filter(offset -> OFFSET.matcher(offset).matches())
                                        .orElse("")));
    }

    /** Returns who made the camera. */
    public Optional<String> make() {
        return exif("Make");
    }

    /** Returns the model of the camera. */
    public Optional<String> model() {
        return exif("Model");
    }

    /** Returns the model of the drone. */
    public Optional<String> drone() {
        return xmp("drone-dji:DroneModel");
    }

    /** Returns the serial number of the camera. */
    public Optional<String> serialNumber() {
        return exif("BodySerialNumber").or(() -> xmp("drone-dji:CameraSerialNumber"));
    }

    /** Returns the focal length in millimeters. */
    public OptionalDouble focalLength() {
        return positive(exif("FocalLength"));
    }

    /** Returns the longitude in degrees; none without a fix of the receiver. */
    public OptionalDouble longitude() {
        return located() ? rawLongitude() : OptionalDouble.empty();
    }

    /** Returns the latitude in degrees; none without a fix of the receiver. */
    public OptionalDouble latitude() {
        return located() ? rawLatitude() : OptionalDouble.empty();
    }

    /** Zeros stand for no fix; nobody flies over the Gulf of Guinea at exactly this position. */
    private boolean located() {
        double longitude = rawLongitude().orElse(Double.NaN);
        double latitude = rawLatitude().orElse(Double.NaN);
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude != 0 || latitude != 0);
    }

    /** One version of DJI's software has misspelled the longitude. */
    private OptionalDouble rawLongitude() {
        OptionalDouble exif = angle("GPSLongitude", "W");
        return exif.isPresent() ? exif : number(xmp("drone-dji:GpsLongitude").or(() -> xmp("drone-dji:GpsLongtitude")));
    }

    private OptionalDouble rawLatitude() {
        OptionalDouble exif = angle("GPSLatitude", "S");
        return exif.isPresent() ? exif : number(xmp("drone-dji:GpsLatitude"));
    }

    /** Degrees, minutes and seconds, and a letter for the side of the equator or of Greenwich. */
    private OptionalDouble angle(String name, String negative) {
        List<OptionalDouble> parts = Stream.of(exif(name).orElse("").split(" ", -1))
                .map(Optional::of)
                .map(Photograph::number)
                .toList();
        if (parts.size() != 3 || !parts.stream().allMatch(OptionalDouble::isPresent)) {
            return OptionalDouble.empty();
        }
        double degrees = parts.get(0).getAsDouble()
                + parts.get(1).getAsDouble() / MINUTES
                + parts.get(2).getAsDouble() / SECONDS;
        boolean other = exif(name + "Ref").orElse("").toUpperCase(Locale.ROOT).startsWith(negative);
        return OptionalDouble.of(other ? -degrees : degrees);
    }

    /** Returns the altitude in meters above the sea. */
    public OptionalDouble altitude() {
        OptionalDouble dji = number(xmp("drone-dji:AbsoluteAltitude"));
        OptionalDouble exif = number(exif("GPSAltitude"));
        boolean below = exif("GPSAltitudeRef").orElse("").startsWith("1");
        return dji.isPresent() || exif.isEmpty()
                ? dji
                : OptionalDouble.of(below ? -exif.getAsDouble() : exif.getAsDouble());
    }

    /** Returns the height in meters above the place of the start, or above ground where that is given. */
    public OptionalDouble relativeAltitude() {
        return number(xmp("drone-dji:RelativeAltitude").or(() -> xmp("Camera:AboveGroundAltitude")));
    }

    /** Returns the direction of the camera in degrees clockwise from north, -180 to 360. */
    public OptionalDouble yaw() {
        return number(gimbal("Yaw").or(() -> xmp("Camera:Yaw")));
    }

    /** Returns the angle of the camera over the horizon in degrees: -90 straight down. */
    public OptionalDouble pitch() {
        OptionalDouble gimbal = number(gimbal("Pitch"));
        OptionalDouble body = number(xmp("Camera:Pitch"));
        // the angles of Pix4D's namespace, which senseFly, Parrot and MicaSense share, are zero for a camera looking
        // down
        return gimbal.isPresent() || body.isEmpty() ? gimbal : OptionalDouble.of(body.getAsDouble() - 90);
    }

    /** Returns the turn of the camera around its axis in degrees. */
    public OptionalDouble roll() {
        return number(gimbal("Roll").or(() -> xmp("Camera:Roll")));
    }

    private Optional<String> gimbal(String angle) {
        return xmp("drone-dji:Gimbal" + angle + "Degree").or(() -> xmp("drone-parrot:Camera" + angle + "Degree"));
    }

    /** Returns the name of the only band. */
    public Optional<String> band() {
        return xmp("Camera:BandName").filter(name -> !name.contains(","));
    }

    /** Returns the central wavelength of the only band in nanometers. */
    public OptionalDouble wavelength() {
        return positive(xmp("Camera:CentralWavelength"));
    }

    /** Returns the width of the only band in nanometers. */
    public OptionalDouble bandwidth() {
        return positive(xmp("Camera:WavelengthFWHM"));
    }

    private Optional<String> exif(String name) {
        return Optional.ofNullable(tags.get(EXIF + name));
    }

    private Optional<String> xmp(String name) {
        return Optional.ofNullable(tags.get(XMP + name));
    }

    private static OptionalDouble positive(Optional<String> text) {
        OptionalDouble number = number(text);
        return number.orElse(0) > 0 ? number : OptionalDouble.empty();
    }

    /** XMP has quotients as Exif has, and signs in front of positive numbers. */
    private static OptionalDouble number(Optional<String> text) {
        String trimmed = text.orElse("").strip();
        Matcher quotient = QUOTIENT.matcher(trimmed);
        if (quotient.matches()) {
            double value = Double.parseDouble(quotient.group(1)) / Double.parseDouble(quotient.group(2));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
        return NUMBER.matcher(trimmed).matches()
                ? OptionalDouble.of(Double.parseDouble(trimmed))
                : OptionalDouble.empty();
    }
}
