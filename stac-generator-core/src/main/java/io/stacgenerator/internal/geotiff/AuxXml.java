package io.stacgenerator.internal.geotiff;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.xml.SafeXml;
import io.stacgenerator.spi.CrsDefinition;
import io.stacgenerator.spi.GeoTransform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The place of an image in the {@code .aux.xml} that GDAL leaves beside it. */
final class AuxXml {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final int MAX_BYTES = 4 << 20;
    private static final int NUMBERS = 6;

    private final Georeference place;
    private @Nullable GeoTransform transform;
    private @Nullable CrsDefinition crs;

    private AuxXml(Georeference place) {
        this.place = place;
        this.crs = place.crs();
    }

    static Georeference read(Path file, Georeference place, List<Warning> warnings) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            return new AuxXml(place).read(SafeXml.reader(text));
        } catch (XMLStreamException e) {
            warnings.add(new Warning(
                    "aux-xml-malformed",
                    "%s is no well-formed XML, it is ignored: %s".formatted(file.getFileName(), SafeXml.reason(e))));
            return place;
        }
    }

    private Georeference read(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == START_ELEMENT && ++depth == 2) {
                depth -= member(xml);
            } else if (event == END_ELEMENT) {
                depth--;
            }
        }
        return place.at(transform, crs);
    }

    /** Reads a member of the root and returns how many elements were closed. */
    private int member(XMLStreamReader xml) throws XMLStreamException {
        if (xml.getLocalName().equals("GeoTransform")) {
            transform = transform(xml.getElementText());
            return 1;
        }
        if (xml.getLocalName().equals("SRS")) {
            crs = WktCrs.of(xml.getElementText());
            return 1;
        }
        return 0;
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
