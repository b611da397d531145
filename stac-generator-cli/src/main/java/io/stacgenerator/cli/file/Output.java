package io.stacgenerator.cli.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where the lines of a result go. */
public sealed interface Output extends Closeable permits AppendedFile, OutputFile, StandardOutput {

    /** Writes text and a line break. */
    void write(String text) throws IOException;

    /** Says that all is written: without it, a file does not appear. */
    void commit() throws IOException;

    static Output open(CommandLine command, Path path) {
        return path.equals(Input.STANDARD)
                ? new StandardOutput(command.getOut())
                : open(command, path, () -> OutputFile.create(path));
    }

    static Output open(CommandLine command, Path path, Opener file) {
        if (Files.isDirectory(path)) {
            throw new ParameterException(command, "cannot write %s: it is a folder".formatted(path));
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ParameterException(command, "cannot write %s: there is no folder %s".formatted(path, folder));
        }
        try {
            return file.open();
        } catch (IOException e) {
            throw new ParameterException(command, "cannot write %s: %s".formatted(path, Input.reason(e)), e);
        }
    }

    /** Opens a file. */
    interface Opener {

        Output open() throws IOException;
    }
}
