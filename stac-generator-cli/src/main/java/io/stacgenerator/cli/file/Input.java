package io.stacgenerator.cli.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where requests come from. */
public final class Input {

    /** Stands for stdin, and for stdout where something is written. */
    public static final Path STANDARD = Path.of("-");

    private Input() {}

    public static InputStream open(CommandLine command, Path path) {
        if (path.equals(STANDARD)) {
            return System.in;
        }
        if (Files.isDirectory(path)) {
            throw new ParameterException(command, "cannot read %s: it is a folder".formatted(path));
        }
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new ParameterException(command, "cannot read %s: %s".formatted(path, reason(e)), e);
        }
    }

    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
