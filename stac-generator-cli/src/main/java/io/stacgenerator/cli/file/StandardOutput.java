package io.stacgenerator.cli.file;

import java.io.IOException;
import java.io.PrintWriter;

/** Lines that appear as they are written. */
record StandardOutput(PrintWriter out) implements Output {

    @Override
    public void write(String text) throws IOException {
        out.println(text);
        if (out.checkError()) {
            throw new IOException("cannot write to stdout");
        }
    }

    @Override
    public void commit() {}

    @Override
    public void close() {}
}
