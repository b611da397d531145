package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.xml.SafeXml;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the XML of a VRT or an MRF anew, with other names of files.
 *
 * <p>GDAL takes elements and attributes for one another, in any case, and some of them name files: so what is not known
 * to name none is refused (vrt_tutorial of GDAL 3.6, and the MRF user guide of NASA GIBS).
 */
final class SourceXml {

    private static final Set<String> NAMING = Set.of("SourceFilename", "DataFile", "IndexFile");

    private static final Set<String> ELEMENTS =
            words("VRTDataset SRS GeoTransform GCPList GCP Metadata MDI MaskBand VRTRasterBand OverviewList Overview"
                    + " ColorInterp ColorTable Entry Description UnitType Offset Scale NoDataValue NODATA"
                    + " HideNoDataValue CategoryNames Category Histograms HistItem HistMin HistMax BucketCount"
                    + " IncludeOutOfRange Approximate HistCounts GDALRasterAttributeTable FieldDefn Name Type Usage Row F"
                    + " SimpleSource ComplexSource AveragedSource NoDataFromMaskSource KernelFilteredSource SourceBand"
                    + " SourceProperties SrcRect DstRect ScaleOffset ScaleRatio LUT ColorTableComponent UseMaskBand"
                    + " Exponent SrcMin SrcMax DstMin DstMax Clamp MaskValueThreshold RemappedValue Kernel Size Coefs"
                    + " PixelFunctionType PixelFunctionArguments SourceTransferType"
                    + " MRF_META Raster PageSize Compression Quality DataType DataValues Order Photometric GeoTags"
                    + " BoundingBox Projection Rsets Options");

    private static final Set<String> ATTRIBUTES = words("rasterXSize rasterYSize subClass dataType band blockXSize"
            + " blockYSize relativeToVRT relativetoVRT shared resampling RasterXSize RasterYSize DataType BlockXSize"
            + " BlockYSize xOff yOff xSize ySize c1 c2 c3 c4 key domain format dataAxisToSRSAxisMapping Projection Id"
            + " Info Pixel Line X Y Z normalized name index tableType Row0Min BinSize le x y c z minx miny maxx maxy min"
            + " max NoData model scale offset k Dim coordinateEpoch");

    private static final Set<String> CLASSES = Set.of("VRTSourcedRasterBand", "VRTDerivedRasterBand");

    /** GDAL also takes the name of a file or a URL for a reference system, and PROJ strings name grids. */
    private static final Pattern SYSTEM =
            Pattern.compile("\\s*+(?:[A-Z]+:\\d+|[A-Z_0-9]+\\[.*)?+\\s*+", Pattern.DOTALL);

    private static final Set<String> SYSTEMS = Set.of("SRS", "Projection");

    private final String href;
    private final Places places;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    private SourceXml(String href, Places places) throws XMLStreamException {
        this.href = href;
        this.places = places;
        this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** Puts a file where GDAL may read it. */
    interface Places {

        /**
         * Returns the absolute path to read.
         *
         * @param name the name in the XML
         * @param relative whether it is relative to the folder of the XML
         */
        String put(String name, boolean relative) throws IOException;
    }

    /**
     * Writes XML anew.
     *
     * @param href what the file is called in messages
     */
    static String rewrite(String xml, String href, Places places) throws IOException {
        try {
            return new SourceXml(href, places).copy(SafeXml.reader(xml));
        } catch (XMLStreamException e) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_RASTER, "%s is not well-formed XML: %s".formatted(href, SafeXml.reason(e)));
        }
    }

    private String copy(XMLStreamReader in) throws XMLStreamException, IOException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in);
                case XMLStreamConstants.END_ELEMENT -> out.writeEndElement();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> out.writeCharacters(in.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw refused("a document type");
                default -> {}
            }
        }
        out.close();
        return text.toString();
    }

    private void start(XMLStreamReader in) throws XMLStreamException, IOException {
        String name = in.getLocalName();
        if (NAMING.contains(name)) {
            copyName(in, name);
            return;
        }
        if (!ELEMENTS.contains(name)
                || (in.getPrefix() != null && !in.getPrefix().isEmpty())) {
            throw refused("an element '%s'".formatted(name));
        }
        out.writeStartElement(name);
        for (int i = 0; i < in.getAttributeCount(); i++) {
            copyAttribute(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        if (SYSTEMS.contains(name)) {
            out.writeCharacters(system(in.getElementText()));
            out.writeEndElement();
        }
    }

    private void copyName(XMLStreamReader in, String element) throws XMLStreamException, IOException {
        // those of an MRF are relative always
        boolean relative = !element.equals("SourceFilename")
                || Stream.of("relativeToVRT", "relativetoVRT")
                        .map(name -> in.getAttributeValue(null, name))
                        .anyMatch("1"::equals);
        String offset = in.getAttributeValue(null, "offset");
        out.writeStartElement(element);
        if (offset != null) {
            out.writeAttribute("offset", offset);
        }
        out.writeCharacters(places.put(in.getElementText().strip(), relative));
        out.writeEndElement();
    }

    private void copyAttribute(String name, String value) throws XMLStreamException {
        if (!ATTRIBUTES.contains(name)) {
            throw refused("an attribute '%s'".formatted(name));
        }
        if (name.equals("subClass") && !CLASSES.contains(value)) {
            throw refused("the class '%s'".formatted(value));
        }
        out.writeAttribute(name, SYSTEMS.contains(name) ? system(value) : value);
    }

    private String system(String definition) {
        if (!SYSTEM.matcher(definition).matches()) {
            throw refused("the reference system '%s'".formatted(definition));
        }
        return definition;
    }

    private StacGeneratorException refused(String what) {
        return new StacGeneratorException(
                ErrorCode.UNSUPPORTED_RASTER,
                "%s is not read: it has %s, which may lead to other files".formatted(href, what));
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
