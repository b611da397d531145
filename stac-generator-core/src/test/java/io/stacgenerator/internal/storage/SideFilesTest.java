package io.stacgenerator.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SideFilesTest {

    private static final byte[] CONTENT = {1, 2, 3};
    private static final GenerationOptions ASKED =
            GenerationOptions.builder().remoteSideFiles(true).build();

    private final InMemoryStorageResolver memory = new InMemoryStorageResolver();
    private final FakeContext context = FakeContext.of(memory, new FileStorageResolver());

    @ParameterizedTest
    @CsvSource({
        "a.tif, 'a.tfw, a.tifw, a.wld'",
        "a.TIF, 'a.TFW, a.TIFW, a.WLD'",
        "a.b.png, 'a.b.pgw, a.b.pngw, a.b.wld'",
        "a, a.wld"
    })
    void namesWorldFiles(String name, String expected) throws IOException {
        SideFiles files = new SideFiles(context.open(memory.put("folder/" + name, CONTENT)), context);

        assertThat(String.join(", ", files.names().worldFiles())).isEqualTo(expected);
    }

    @Test
    void namesWorldFilesOfBothCasesNextToLocalFiles(@TempDir Path folder) throws IOException {
        assertThat(local(folder).names().worldFiles())
                .containsExactly("a.tfw", "a.tifw", "a.wld", "a.TFW", "a.TIFW", "a.WLD");
    }

    @Test
    void opensWhatIsNextToALocalFile(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("a.tfw"), CONTENT);
        Files.createDirectory(folder.resolve("a.wld"));
        SideFiles files = local(folder);

        assertThat(files.open("a.tfw"))
                .hasValueSatisfying(file -> assertThat(file.size()).isEqualTo(3));
        assertThat(files.open("a.tifw")).isEmpty();
        assertThat(files.open("a.wld")).isEmpty();
    }

    private SideFiles local(Path folder) throws IOException {
        Path image = Files.write(folder.resolve("a.tif"), CONTENT);
        return new SideFiles(context.open(image.toString()), context);
    }

    @Test
    void asksARemoteStorageOnlyWhereThatIsWanted() throws IOException {
        StorageObject image = context.open(memory.put("x/a.tif", CONTENT));
        memory.put("x/a.tfw", CONTENT);

        assertThat(new SideFiles(image, context).open("a.tfw")).isEmpty();
        assertThat(memory.opens()).isEqualTo(1);
        assertThat(new SideFiles(image, context.with(ASKED)).open("a.tfw")).isPresent();
        assertThat(new SideFiles(image, context.with(ASKED)).open("a.wld")).isEmpty();
    }
}
