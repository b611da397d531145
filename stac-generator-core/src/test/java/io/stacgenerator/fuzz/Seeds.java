package io.stacgenerator.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes the seeds of each target, for a fuzzer that takes them from a folder. */
public final class Seeds {

    private Seeds() {}

    /**
     * Writes the seeds of all targets.
     *
     * @param args the folder, which gets one folder for each target, by its name
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        write(TiffFuzzer.seeds(), folder.resolve("TiffFuzzer"));
        write(ImageFuzzer.seeds(), folder.resolve("ImageFuzzer"));
        write(MetadataFuzzer.seeds(), folder.resolve("MetadataFuzzer"));
        write(TextFuzzer.seeds(), folder.resolve("TextFuzzer"));
        write(JobFuzzer.seeds(), folder.resolve("JobFuzzer"));
    }

    static Path write(Stream<byte[]> seeds, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<byte[]> all = seeds.toList();
        for (int i = 0; i < all.size(); i++) {
            Files.write(folder.resolve("seed" + i), all.get(i));
        }
        return folder;
    }
}
