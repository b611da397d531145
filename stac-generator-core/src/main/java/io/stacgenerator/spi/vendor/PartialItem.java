package io.stacgenerator.spi.vendor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A part of an Item that is made from what a vendor's document says. Not thread-safe.
 *
 * @since 0.1.0
 */
public interface PartialItem {

    /**
     * Turns a fraction of one into percent, which STAC wants.
     *
     * @param fraction from 0 to 1
     * @return from 0 to 100
     */
    static BigDecimal percent(BigDecimal fraction) {
        return fraction.movePointRight(2);
    }

    /**
     * Turns a frequency into the unit that STAC wants.
     *
     * @param hertz a frequency in hertz
     * @return the frequency in gigahertz
     */
    static BigDecimal gigahertz(BigDecimal hertz) {
        return hertz.movePointLeft(9);
    }

    /**
     * Turns a zenith angle into an elevation, or the reverse.
     *
     * @param degrees an angle
     * @return what it lacks of a right angle
     */
    static BigDecimal complement(BigDecimal degrees) {
        return BigDecimal.valueOf(90).subtract(degrees);
    }

    /**
     * Turns an azimuth that may be counted to the west into one that is counted clockwise from north.
     *
     * @param degrees from -360 to 360
     * @return from 0 to 360
     */
    static BigDecimal azimuth(BigDecimal degrees) {
        return degrees.signum() < 0 ? degrees.add(BigDecimal.valueOf(360)) : degrees;
    }

    /**
     * Marks a time as UTC, for vendors that write no zone.
     *
     * @param time a date and time of ISO 8601
     * @return the same where it has a zone
     */
    static String utc(String time) {
        return time.matches(".*(Z|[-+]\\d\\d:\\d\\d)") ? time : time + "Z";
    }

    /**
     * Writes a word as most fields of STAC have it.
     *
     * @param text such as {@code DESCENDING}
     * @return such as {@code descending}, alike in each language of the machine
     */
    static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * Names the Item by its product. What the request says wins.
     *
     * @param product the id that the vendor gave the product, or nothing
     */
    void id(Optional<String> product);

    /**
     * Sets a property.
     *
     * @param field such as {@code platform}
     * @param value a JSON value
     */
    void set(String field, Object value);

    /**
     * Sets a property where there is a value.
     *
     * @param field such as {@code platform}
     * @param value a JSON value, or nothing
     */
    default void set(String field, Optional<?> value) {
        value.ifPresent(present -> set(field, present));
    }

    /**
     * Sets a property to the first number of that name in a part of the document. What is not a number is left out with
     * a warning.
     *
     * @param part a part of the document
     * @param field such as {@code eo:cloud_cover}
     * @param name the name in the document
     * @param toUnit turns the number into the unit of STAC
     */
    void number(Section part, String field, String name, UnaryOperator<BigDecimal> toUnit);

    /**
     * Sets a property to the first number of that name in a part of the document, as it stands.
     *
     * @param part a part of the document
     * @param field such as {@code eo:cloud_cover}
     * @param name the name in the document
     */
    default void number(Section part, String field, String name) {
        number(part, field, name, UnaryOperator.identity());
    }

    /**
     * Sets a property to a number that is negative where the vendor does not know it.
     *
     * @param part a part of the document
     * @param field such as {@code eo:cloud_cover}
     * @param name the name in the document
     * @param toUnit turns the number into the unit of STAC
     */
    default void knownNumber(Section part, String field, String name, UnaryOperator<BigDecimal> toUnit) {
        if (part.text(name).filter(text -> text.startsWith("-")).isEmpty()) {
            number(part, field, name, toUnit);
        }
    }

    /**
     * Sets the date, and the range where it is more than an instant.
     *
     * @param datetime the nominal time, by default the start
     * @param start the start
     * @param end the end
     */
    default void acquired(Optional<String> datetime, Optional<String> start, Optional<String> end) {
        set("datetime", datetime.or(() -> start));
        if (start.isPresent() && end.isPresent() && !start.equals(end)) {
            set("start_datetime", start);
            set("end_datetime", end);
        }
    }

    /**
     * Sets the geometry.
     *
     * @param geometry a GeoJSON geometry in degrees, longitude first
     */
    void geometry(Map<String, Object> geometry);

    /**
     * Sets the geometry to one ring, which may cross the antimeridian. What is not a ring is left out, with a warning
     * unless there are no ordinates at all.
     *
     * @param ordinates longitude and latitude of each position in turn, in degrees
     */
    void outline(List<String> ordinates);

    /**
     * Sets the geometry to a ring around the valid data, which is the footprint where it lies within the raster.
     *
     * @param ordinates longitude and latitude of each position in turn, in degrees
     */
    void validData(List<String> ordinates);

    /**
     * Sets the geometry to a ring around the valid data, which is the footprint where it lies within the raster.
     *
     * @param ordinates x and y of each position in turn, east before north
     * @param code the reference system, such as {@code EPSG:32634}
     */
    void validData(List<String> ordinates, String code);

    /**
     * Adds a provider.
     *
     * @param name its name
     * @param url its home page, or the empty string
     * @param roles {@code licensor}, {@code producer}, {@code processor}, {@code host}
     */
    void provider(String name, String url, String... roles);

    /**
     * Adds a link.
     *
     * @param rel such as {@code license}
     * @param href an absolute URL
     * @param title a title, or the empty string
     * @param type a media type, or the empty string
     */
    void link(String rel, String href, String title, String type);

    /**
     * Describes those assets of the request that the vendor's table knows.
     *
     * @param instrument the instrument that took the bands, or the empty string where the table has but one
     * @param listed the bands that the metadata list, for files whose bands differ from product to product
     * @return the assets, to say more of them
     */
    List<PartialAsset> assets(String instrument, List<String> listed);

    /**
     * Returns the name of the file that is described.
     *
     * @return without folders
     */
    String fileName();

    /**
     * Returns whether the request has another metadata file, which says more exactly what both say.
     *
     * @param fileName a regular expression for its name
     * @return true where there is one
     */
    boolean hasMetadata(String fileName);

    /**
     * Returns the document as a JSON object.
     *
     * @return its members; empty when the document is not JSON
     */
    Optional<Map<String, Object>> json();
}
