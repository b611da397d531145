package io.stacgenerator.internal.metadata;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.MetadataDocument;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A part of an Item that is made from what a vendor's document says. */
final class PartialItem {

    private static final BigDecimal FULL_TURN = new BigDecimal(360);
    private static final BigDecimal RIGHT_ANGLE = new BigDecimal(90);

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Map<String, Object> item = new LinkedHashMap<>(Map.of("properties", properties));
    private final Section said;
    private final MetadataDocument document;
    private final GenerationContext context;

    PartialItem(Section said, MetadataDocument document, GenerationContext context) {
        this.said = said;
        this.document = document;
        this.context = context;
    }

    /** A fraction of one, which STAC wants in percent. */
    static BigDecimal percent(BigDecimal fraction) {
        return fraction.movePointRight(2);
    }

    /** A zenith angle, where STAC wants an elevation, or the reverse. */
    static BigDecimal complement(BigDecimal degrees) {
        return RIGHT_ANGLE.subtract(degrees);
    }

    /** An azimuth that may be counted to the west. */
    static BigDecimal azimuth(BigDecimal degrees) {
        return degrees.signum() < 0 ? degrees.add(FULL_TURN) : degrees;
    }

    void set(String field, Object value) {
        properties.put(field, value);
    }

    void set(String field, Optional<?> value) {
        value.ifPresent(present -> properties.put(field, present));
    }

    /** Sets a field to a number of the document, as it stands. */
    void number(String field, String name) {
        number(field, name, UnaryOperator.identity());
    }

    /** Sets a field to a number of the document in the unit of STAC. */
    void number(String field, String name, UnaryOperator<BigDecimal> toUnit) {
        number(said, field, name, toUnit);
    }

    /** Sets a field to a number of a part of the document in the unit of STAC. */
    void number(Section part, String field, String name, UnaryOperator<BigDecimal> toUnit) {
        part.text(name).ifPresent(text -> {
            try {
                set(field, toUnit.apply(new BigDecimal(text)).doubleValue());
            } catch (NumberFormatException e) {
                context.warn(new Warning(
                        "invalid-type",
                        "%s in %s is '%s', expected a number: left out".formatted(name, document.href(), text),
                        "/properties/" + field));
            }
        });
    }

    /** Sets a field to a number that is negative where the vendor does not know it. */
    void knownNumber(String field, String name, UnaryOperator<BigDecimal> toUnit) {
        if (said.text(name).filter(text -> text.startsWith("-")).isEmpty()) {
            number(field, name, toUnit);
        }
    }

    /** Sets the date, and the range where it is more than an instant. */
    void acquired(Optional<String> datetime, Optional<String> start, Optional<String> end) {
        set("datetime", datetime.or(() -> start));
        if (start.isPresent() && end.isPresent() && !start.equals(end)) {
            set("start_datetime", start);
            set("end_datetime", end);
        }
    }

    void geometry(Map<String, Object> geometry) {
        item.put("geometry", geometry);
    }

    void assets(KnownFiles files, String instrument, List<String> listedBands) {
        item.put("assets", files.assets(fileNames(context.request().assetPaths()), instrument, listedBands));
    }

    /** Tells whether the request has another metadata file, which says more exactly what both say. */
    boolean besides(String fileName) {
        return fileNames(context.request().metadataPaths()).stream().anyMatch(name -> name.matches(fileName));
    }

    private static List<String> fileNames(List<String> hrefs) {
        return hrefs.stream().map(Hrefs::fileName).toList();
    }

    Map<String, Object> toMap() {
        return item;
    }
}
