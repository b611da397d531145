package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GdalFileTest {

    private static final GenerationContext CONTEXT = FakeContext.of();

    @ParameterizedTest
    @CsvSource({
        "folder/scene.jp2, scene.jp2",
        "folder/scene.jp2?a=b/c.nc, scene.jp2",
        "folder/sc ene$(x).nc, sc_ene__x_.nc",
        "folder/.nc, raster.nc",
        "folder/, folder",
        "../.., raster.."
    })
    void copiesARemoteFileUnderItsNameAndDeletesIt(String name, String copyName) throws IOException {
        byte[] bytes = new byte[(9 << 20) + 1];
        new Random(1).nextBytes(bytes);
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        StorageObject object = storage.open(storage.put(name, bytes), StoragePolicy::open);
        GdalFile file = GdalFile.of(object, CONTEXT);

        assertThat(file.path()).hasFileName(copyName).hasBinaryContent(bytes);
        assertThat(file.withHref("cannot open " + file.path())).isEqualTo("cannot open memory:" + name);
        file.close();
        assertThat(file.path()).doesNotExist();
        assertThat(file.path().getParent()).doesNotExist();
    }

    /** A single zero in the path would be one place of the number that a file of several has. */
    @Test
    void hdf5IsNotTakenForTheFirstOfSeveralFiles(@TempDir Path folder) throws IOException {
        try (StorageObject object = Fixtures.local(Files.createFile(folder.resolve("a.h5")));
                GdalFile file = GdalFile.of(object, CONTEXT)) {
            assertThat(file.path().getParent().getFileName().toString()).startsWith("stac-generator-00-");
        }
    }

    @Test
    void linksALocalFileAndKeepsIt(@TempDir Path folder) throws IOException {
        Path path = Files.createFile(folder.resolve("a$.nc"));
        Path link;
        try (StorageObject object = Fixtures.local(path);
                GdalFile file = GdalFile.of(object, CONTEXT)) {
            link = file.path();
            assertThat(link).hasFileName("a_.nc");
            assertThat(link.toRealPath()).isEqualTo(path.toRealPath());
        }
        assertThat(link.getParent()).doesNotExist();
        assertThat(path).exists();
    }

    @Test
    void refusesToCopyALargeFile() {
        assertThatThrownBy(() -> GdalFile.of(new Large(), CONTEXT))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.LIMIT_EXCEEDED, StacGeneratorException::code)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("https://example.com/large.nc has 1073741825 bytes");
    }

    private static final class Large implements StorageObject {

        @Override
        public String href() {
            return "https://example.com/large.nc";
        }

        @Override
        public long size() {
            return (1L << 30) + 1;
        }

        @Override
        public Optional<String> etag() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> lastModified() {
            return Optional.empty();
        }

        @Override
        public ByteBuffer read(long offset, int length) {
            return ByteBuffer.allocate(length);
        }

        @Override
        public void close() {}
    }
}
