package io.stacgenerator.internal.image;

import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.xml.SafeXml;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rectified grid of a coverage in GML (OGC 05-047r3, GMLJP2 1.0, and 08-085r8, GMLJP2 2.1). */
final class GmlCoverage {

    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");
    private static final Pattern CODE = Pattern.compile("(?i).*EPSG(?:\\.xml)?[:/#]+(?:[0-9.]*[:/])?(\\d{1,6})\\s*");
    private static final Pattern BY_AUTHORITY = Pattern.compile("(?i)(urn:|https?://www\\.opengis\\.net/def/crs/).*");

    private double @Nullable [] origin;
    private final List<double[]> offsets = new ArrayList<>();
    private final List<String> axes = new ArrayList<>();
    private @Nullable String gridName;
    private @Nullable String envelopeName;
    private boolean inGrid;

    /** The place that a document gives. */
    record Place(GeoTransform transform, @Nullable CrsDefinition crs) {}

    /** Reads a document; one that is not well-formed is warned of, and one of no grid says nothing. */
    static Optional<Place> read(String xml, List<Warning> warnings) {
        GmlCoverage coverage = new GmlCoverage();
        try {
            coverage.read(SafeXml.reader(xml));
        } catch (XMLStreamException e) {
            warnings.add(new Warning(
                    "georeference-unreadable", "the GML within is not read to its end: " + SafeXml.reason(e)));
        }
        return coverage.place(warnings);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == DTD) {
                throw new XMLStreamException("it has a document type");
            }
            if (event == START_ELEMENT) {
                AssetBudget.element();
                element(xml);
            } else if (xml.isEndElement() && isGrid(xml.getLocalName())) {
                inGrid = false;
            }
        }
    }

    private static boolean isGrid(String name) {
        return name.equals("RectifiedGrid") || name.equals("ReferenceableGridByVectors");
    }

    private void element(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        String system = xml.getAttributeValue(null, "srsName");
        if (isGrid(name)) {
            inGrid = origin == null;
        }
        if (inGrid && system != null && gridName == null) {
            gridName = system;
        }
        switch (name) {
            case "Envelope" -> envelopeName = system == null ? envelopeName : system;
            case "pos", "coordinates" -> origin = inGrid && origin == null ? numbers(xml) : origin;
            case "offsetVector" -> {
                if (inGrid) {
                    offsets.add(numbers(xml));
                }
            }
            case "axisName" -> axes.add(inGrid ? xml.getElementText().strip() : "");
            default -> {}
        }
    }

    private static double[] numbers(XMLStreamReader xml) throws XMLStreamException {
        String[] words = BLANKS.split(xml.getElementText().strip(), 5);
        double[] numbers = new double[2];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = i < words.length ? Double.parseDouble(words[i]) : Double.NaN;
            } catch (NumberFormatException e) {
                numbers[i] = Double.NaN;
            }
        }
        return numbers;
    }

    /** The origin is the center of the first pixel. */
    private Optional<Place> place(List<Warning> warnings) {
        if (origin == null || offsets.size() < 2) {
            return Optional.empty();
        }
        Integer code = code(gridName == null ? envelopeName : gridName);
        boolean turned = turned(gridName == null ? envelopeName : gridName, code);
        int x = turned ? 1 : 0;
        int y = 1 - x;
        double[] right = offsets.get(0);
        double[] down = offsets.get(1);
        GeoTransform center = new GeoTransform(right[x], down[x], origin[x], right[y], down[y], origin[y]);
        if (!center.invertible()) {
            return Optional.empty();
        }
        if (turned && center.a() == 0 && center.e() == 0 && center.b() < 0) {
            warnings.add(new Warning(
                    "axis-order-doubtful",
                    "the GML within has its axes in another order than EPSG:%s, north before east, if north is up"
                            .formatted(code)));
        }
        return Optional.of(new Place(
                center.fromCenterToCorner(),
                code == null
                        ? null
                        : ReferenceSystems.read("EPSG:" + code, warnings).orElse(null)));
    }

    private static @Nullable Integer code(@Nullable String system) {
        Matcher matcher = CODE.matcher(system == null ? "" : system);
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }

    /**
     * A system that is named by its authority has the axes in the order of that; names of axes may give another one.
     */
    private boolean turned(@Nullable String system, @Nullable Integer code) {
        boolean named = axes.size() >= 2 && axes.get(0).equalsIgnoreCase("easting");
        return code != null
                && system != null
                && !named
                && AxisOrder.northFirst(code)
                && BY_AUTHORITY.matcher(system).matches();
    }
}
