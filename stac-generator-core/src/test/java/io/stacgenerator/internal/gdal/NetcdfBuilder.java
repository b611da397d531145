package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes NetCDF files of the classic format (NetCDF Users Guide, appendix B.1) with variables of two dimensions. */
final class NetcdfBuilder {

    private static final int DIMENSIONS = 0x0A;
    private static final int VARIABLES = 0x0B;
    private static final int ATTRIBUTES = 0x0C;
    private static final int CHAR = 2;
    private static final int FLOAT = 5;

    private record Variable(String name, int width, int height, String longName) {}

    private final List<Variable> variables = new ArrayList<>();

    /** Adds a variable whose values are their columns. */
    NetcdfBuilder variable(String name, int width, int height, String longName) {
        variables.add(new Variable(name, width, height, longName));
        return this;
    }

    Path write(Path file) throws IOException {
        int start = header(0).length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(header(start));
        for (Variable variable : variables) {
            for (int i = 0; i < variable.width() * variable.height(); i++) {
                out.writeFloat(i % variable.width());
            }
        }
        return Files.write(file, bytes.toByteArray());
    }

    private byte[] header(int start) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("CDF\1");
        out.writeInt(0);
        out.writeInt(variables.isEmpty() ? 0 : DIMENSIONS);
        out.writeInt(variables.size() * 2);
        for (Variable variable : variables) {
            text(out, "y_" + variable.name());
            out.writeInt(variable.height());
            text(out, "x_" + variable.name());
            out.writeInt(variable.width());
        }
        out.writeLong(0);
        out.writeInt(variables.isEmpty() ? 0 : VARIABLES);
        out.writeInt(variables.size());
        int begin = start;
        for (int i = 0; i < variables.size(); i++) {
            begin += variable(out, i, begin);
        }
        return bytes.toByteArray();
    }

    private int variable(DataOutputStream out, int index, int begin) throws IOException {
        Variable variable = variables.get(index);
        int size = variable.width() * variable.height() * Float.BYTES;
        text(out, variable.name());
        out.writeInt(2);
        out.writeInt(2 * index);
        out.writeInt(2 * index + 1);
        out.writeInt(ATTRIBUTES);
        out.writeInt(1);
        text(out, "long_name");
        out.writeInt(CHAR);
        text(out, variable.longName());
        out.writeInt(FLOAT);
        out.writeInt(size);
        out.writeInt(begin);
        return size;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.write(new byte[-bytes.length & 3]);
    }
}
