package io.stacgenerator.internal.geotiff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.xml.SafeXml;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the {@code .aux.xml} says that GDAL leaves next to an image: its place, its tags and those of its bands. */
final class AuxXml {

    private static final Pattern COMMA = Pattern.compile("(?<!\\s)\\s*+,\\s*+");
    private static final int MAX_BYTES = 4 << 20;
    private static final int NUMBERS = 6;
    private static final String ROOT = "PAMDataset";

    /** What GDAL calls the root element where there are tags of the image alone. */
    private static final String TAGS_ALONE = "GDALMultiDomainMetadata";

    private static final String TABLE = "PAMDataset/PAMRasterBand/GDALRasterAttributeTable";
    private static final int DEEPEST = 5;
    private static final String ESRI_SRS = "PAMDataset/Metadata/GeodataXform/SpatialReference/WKT";

    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<Integer, AuxXmlBand> bands = new HashMap<>();
    private AuxXmlBand band = new AuxXmlBand();
    private Map<String, String> items = metadata;
    private String domain = "";
    private String column = "";
    private @Nullable GeoTransform transform;
    private @Nullable CrsDefinition crs;
    private final List<GroundControlPoint> points = new ArrayList<>();
    private @Nullable CrsDefinition pointsCrs;

    private final List<Warning> warnings;

    private AuxXml(List<Warning> warnings) {
        this.warnings = warnings;
    }

    /** Stands for a file that is not there. */
    static AuxXml none() {
        return new AuxXml(new ArrayList<>());
    }

    /** Reads a file; one that is not well-formed XML says nothing, which is warned of. */
    static AuxXml read(StorageObject file, String name, List<Warning> warnings) throws IOException {
        AuxXml read = new AuxXml(warnings);
        try {
            read.read(SafeXml.reader(UTF_8.decode(file.read(0, MAX_BYTES)).toString()));
            return read;
        } catch (XMLStreamException e) {
            warnings.add(new Warning(
                    "aux-xml-malformed",
                    "%s is not well-formed XML, it is ignored: %s".formatted(name, SafeXml.reason(e))));
            return none();
        }
    }

    /** Reads a document of another file in which GDAL keeps tags; any other says nothing. */
    static AuxXml read(String xml) {
        AuxXml read = none();
        try {
            read.read(SafeXml.reader(xml));
            return read;
        } catch (XMLStreamException e) {
            return none();
        }
    }

    /** Stands for another file that says the same. */
    static AuxXml of(@Nullable GeoTransform transform, @Nullable CrsDefinition crs, List<AuxXmlBand> bands) {
        AuxXml said = none();
        said.transform = transform;
        said.crs = crs;
        for (AuxXmlBand each : bands) {
            said.bands.put(said.bands.size() + 1, each);
        }
        return said;
    }

    @Nullable GeoTransform transform() {
        return transform;
    }

    @Nullable CrsDefinition crs() {
        return crs;
    }

    /** Returns the ground control points, none where there is a transform. */
    List<GroundControlPoint> points() {
        return transform == null ? points : List.of();
    }

    /** Returns the system of the ground control points, which may be another than that of a transform; or null. */
    @Nullable CrsDefinition pointsCrs() {
        return pointsCrs;
    }

    /** Returns the tags of the image, those of a domain with the domain and a colon in front. */
    Map<String, String> metadata() {
        return metadata;
    }

    /** Returns what is said of a band, which may be nothing. */
    AuxXmlBand band(int sample) {
        return bands.getOrDefault(sample + 1, new AuxXmlBand());
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == START_ELEMENT) {
                AssetBudget.element();
                String name = xml.getLocalName();
                path.addLast(path.isEmpty() && name.equals(TAGS_ALONE) ? ROOT : name);
                if (path.size() <= DEEPEST) {
                    element(String.join("/", path), xml);
                }
            }
            if (xml.isEndElement()) {
                path.removeLast();
            }
        }
    }

    private void element(String name, XMLStreamReader xml) throws XMLStreamException {
        switch (name) {
            case "PAMDataset/SRS", ESRI_SRS -> crs = crs(xml.getElementText());
            case "PAMDataset/GeoTransform" -> transform = transform(xml.getElementText());
            case "PAMDataset/GCPList" -> beginPoints(xml);
            case "PAMDataset/GCPList/GCP" -> addPoint(xml);
            case "PAMDataset/Metadata" -> beginItems(metadata, xml);
            case "PAMDataset/PAMRasterBand" -> beginBand(xml);
            case "PAMDataset/PAMRasterBand/Metadata" -> beginItems(band.metadata(), xml);
            case "PAMDataset/Metadata/MDI", "PAMDataset/PAMRasterBand/Metadata/MDI" -> item(xml);
            case "PAMDataset/PAMRasterBand/ColorTable/Entry" -> band.addColor(xml);
            case TABLE -> band.beginTable(xml);
            case TABLE + "/FieldDefn" -> column = "";
            case TABLE + "/FieldDefn/Name" -> column = xml.getElementText();
            case TABLE + "/FieldDefn/Usage" -> band.addColumn(column, xml.getElementText());
            case TABLE + "/Row" -> band.addRow();
            case TABLE + "/Row/F" -> band.addCell(xml.getElementText());
            case "PAMDataset/PAMRasterBand/CategoryNames/Category" -> band.addCategory(xml.getElementText());
            case "PAMDataset/PAMRasterBand/Description",
                    "PAMDataset/PAMRasterBand/NoDataValue",
                    "PAMDataset/PAMRasterBand/UnitType",
                    "PAMDataset/PAMRasterBand/Scale",
                    "PAMDataset/PAMRasterBand/Offset" -> band.put(xml.getLocalName(), xml.getElementText());
            default -> {}
        }
    }

    private void beginPoints(XMLStreamReader xml) {
        String text = xml.getAttributeValue(null, "Projection");
        if (text != null && pointsCrs == null) {
            pointsCrs = ReferenceSystems.read(text, warnings).orElse(null);
        }
    }

    private void addPoint(XMLStreamReader xml) {
        Double column = number(xml, "Pixel");
        Double row = number(xml, "Line");
        Double x = number(xml, "X");
        Double y = number(xml, "Y");
        Double z = number(xml, "Z");
        if (column != null && row != null && x != null && y != null) {
            points.add(new GroundControlPoint(column, row, x, y, z == null ? 0 : z));
        }
    }

    /** Returns the number that an attribute of an element is, or null. */
    static @Nullable Double number(XMLStreamReader xml, String name) {
        String text = xml.getAttributeValue(null, name);
        return text == null ? null : GdalNumber.parse(text);
    }

    private void beginBand(XMLStreamReader xml) {
        String number = xml.getAttributeValue(null, "band");
        band = new AuxXmlBand();
        if (number != null && number.matches("\\d{1,5}")) {
            bands.put(Integer.valueOf(number), band);
        }
    }

    private void beginItems(Map<String, String> items, XMLStreamReader xml) {
        String name = xml.getAttributeValue(null, "domain");
        this.items = items;
        this.domain = name == null || name.isEmpty() ? "" : name + ":";
    }

    private void item(XMLStreamReader xml) throws XMLStreamException {
        String key = xml.getAttributeValue(null, "key");
        String value = xml.getElementText();
        if (key != null) {
            items.put(domain + key, value);
        }
    }

    private @Nullable CrsDefinition crs(String text) {
        return crs == null ? ReferenceSystems.read(text, warnings).orElse(null) : crs;
    }

    private static @Nullable GeoTransform transform(String text) {
        String[] words = COMMA.split(text.strip(), NUMBERS + 1);
        double[] numbers = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            Double number = i < words.length ? GdalNumber.parse(words[i]) : null;
            if (number == null) {
                return null;
            }
            numbers[i] = number;
        }
        GeoTransform read = GeoTransform.ofGdal(numbers);
        return read.invertible() ? read : null;
    }
}
