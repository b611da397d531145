package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes NetCDF files of the classic format (NetCDF Users Guide, appendix B.1) with doubles in any dimensions. */
final class CfBuilder {

    private static final int DIMENSIONS = 0x0A;
    private static final int VARIABLES = 0x0B;
    private static final int ATTRIBUTES = 0x0C;
    private static final int CHAR = 2;
    private static final int DOUBLE = 6;

    private record Variable(
            String name, List<String> dimensions, List<Double> values, Map<String, String> attributes) {}

    private final Map<String, Integer> dimensions = new LinkedHashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();

    /** Adds an attribute of the file. */
    CfBuilder attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    CfBuilder dimension(String name, int size) {
        dimensions.put(name, size);
        return this;
    }

    /**
     * Adds a variable.
     *
     * @param shape its dimensions with blanks between them, or nothing
     * @param attributes names and values in turn
     */
    CfBuilder variable(String name, String shape, List<Double> values, String... attributes) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            byName.put(attributes[i], attributes[i + 1]);
        }
        variables.add(new Variable(name, shape.isEmpty() ? List.of() : List.of(shape.split(" ", -1)), values, byName));
        return this;
    }

    Path write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(header(header(0).length));
        for (Variable variable : variables) {
            for (double value : variable.values()) {
                out.writeDouble(value);
            }
        }
        return Files.write(file, bytes.toByteArray());
    }

    private byte[] header(int start) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("CDF\1");
        out.writeInt(0);
        out.writeInt(DIMENSIONS);
        out.writeInt(dimensions.size());
        for (Map.Entry<String, Integer> dimension : dimensions.entrySet()) {
            text(out, dimension.getKey());
            out.writeInt(dimension.getValue());
        }
        attributes(out, attributes);
        out.writeInt(VARIABLES);
        out.writeInt(variables.size());
        int begin = start;
        for (Variable variable : variables) {
            text(out, variable.name());
            out.writeInt(variable.dimensions().size());
            for (String dimension : variable.dimensions()) {
                out.writeInt(List.copyOf(dimensions.keySet()).indexOf(dimension));
            }
            attributes(out, variable.attributes());
            out.writeInt(DOUBLE);
            out.writeInt(variable.values().size() * Double.BYTES);
            out.writeInt(begin);
            begin += variable.values().size() * Double.BYTES;
        }
        return bytes.toByteArray();
    }

    private static void attributes(DataOutputStream out, Map<String, String> attributes) throws IOException {
        out.writeInt(attributes.isEmpty() ? 0 : ATTRIBUTES);
        out.writeInt(attributes.size());
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            text(out, attribute.getKey());
            out.writeInt(CHAR);
            text(out, attribute.getValue());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.write(new byte[-bytes.length & 3]);
    }
}
