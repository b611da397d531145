package io.stacgenerator.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {

    private static final Path FULL_DEVICE = Path.of("/dev/full");

    @TempDir
    private Path folder;

    @Test
    void appearsOnCommitAndNotBefore() throws IOException {
        Path file = folder.resolve("item.json");
        try (Output output = OutputFile.create(file)) {
            output.write("{}");
            assertThat(file).doesNotExist();
            output.commit();
        }
        assertThat(file).hasContent("{}");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void leavesNothingBehindWithoutCommit() throws IOException {
        Path file = Files.writeString(folder.resolve("item.json"), "before");
        try (Output output = OutputFile.create(file)) {
            output.write("{}");
        }
        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void replacesWhatALinkPointsTo() throws IOException {
        Path file = Files.writeString(folder.resolve("item.json"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        try (Output output = OutputFile.create(link)) {
            output.write("{}");
            output.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("{}");
    }

    @Test
    @EnabledIf("hasFullDevice")
    void writesADeviceInPlaceAndSaysThatItIsFull() throws IOException {
        Output output = OutputFile.create(FULL_DEVICE);
        output.write("{}");
        assertThatIOException()
                .isThrownBy(output::commit)
                .withMessage("cannot write /dev/full: No space left on device");
        assertThat(Files.isRegularFile(FULL_DEVICE)).isFalse();
    }

    static boolean hasFullDevice() {
        return Files.isWritable(FULL_DEVICE);
    }
}
