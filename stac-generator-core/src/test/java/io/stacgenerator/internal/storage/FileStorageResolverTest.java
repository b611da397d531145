package io.stacgenerator.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.testkit.StorageResolverContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileStorageResolverTest extends StorageResolverContract {

    private final FileStorageResolver resolver = new FileStorageResolver();

    @TempDir
    private Path folder;

    @Override
    protected StorageResolver resolver() {
        return resolver;
    }

    @Override
    protected String put(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content).toString();
    }

    @Override
    protected String missing() {
        return folder.resolve("missing.tif").toString();
    }

    @ParameterizedTest
    @CsvSource({
        "a.tif, true",
        "./a:b.tif, true",
        "/data/a.tif, true",
        "C:\\data\\a.tif, true",
        "C:/data/a.tif, true",
        "file:///data/a.tif, true",
        "FILE:/data/a.tif, true",
        "a:b.tif, true",
        "https://example.com/a.tif, false",
        "s3://bucket/a.tif, false",
        "urn:a, false",
        "'', false"
    })
    void supportsPathsAndFileUris(String href, boolean expected) {
        assertThat(resolver.supports(href)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/data/a b.tif, file:///data/a%20b.tif",
        "/data/ü#1?.tif, file:///data/%C3%BC%231%3F.tif",
        "/data/100%.tif, file:///data/100%25.tif",
        "/data/x/../a.tif, file:///data/a.tif",
        "file:/data/a.tif, file:///data/a.tif",
        "file:///data/a%20b.tif, file:///data/a%20b.tif",
        "file:///data/a b.tif, file:///data/a%20b.tif",
        "file://localhost/data/a.tif, file:///data/a.tif",
        "C:\\data\\a b.tif, file:///C:/data/a%20b.tif",
        "D:/data/a.tif, file:///D:/data/a.tif"
    })
    void publishesAbsoluteUris(String href, String expected) {
        assertThat(resolver.publicHref(href)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tif", "era5-2021-01-01T00:00.tif"})
    void resolvesRelativePathsAgainstTheWorkingDirectory(String name) {
        assertThat(resolver.supports(name)).isTrue();
        assertThat(resolver.publicHref(name)).isEqualTo("file://" + Path.of("").toAbsolutePath() + "/" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tif", "ünï cöde.tif", "100%25.tif", "era5-2021-01-01T00:00.tif"})
    void opensByUri(String name) throws IOException {
        String uri = resolver.publicHref(put(name, new byte[] {42}));
        try (StorageObject object = resolver.open(uri, context())) {
            assertThat(object.read(0, 1).get()).isEqualTo((byte) 42);
            assertThat(object.localPath().orElse(null)).isEqualTo(folder.resolve(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file://host/share/a.tif", "file:///a.tif?b", "bad\0name.tif", "/dev/null", "/no/such.tif"})
    void reportsWhatIsNotAFileAsMissing(String href) {
        fails(href, ErrorCode.NOT_FOUND);
    }

    @Test
    void reportsAFolderAsMissing() {
        fails(folder.toString(), ErrorCode.NOT_FOUND).hasMessageContaining("is a folder, expected a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {".zgroup", ".zarray", ".zmetadata", "zarr.json"})
    void opensAZarrStoreAsAFolderWithoutBytes(String metadata) throws IOException {
        Files.writeString(folder.resolve(metadata), "{}");
        try (StorageObject object = resolver.open(folder.toString(), context())) {
            assertThat(object.localPath().orElse(null)).isEqualTo(folder);
            assertThat(object.size()).isZero();
            assertThat(object.read(0, 1024).remaining()).isZero();
            assertThat(object.lastModified()).isPresent();
        }
    }

    /** Trying again does not help, so that it is not said that the storage is not available. */
    @ParameterizedTest
    @ValueSource(strings = {"long", "long/a.tif", "file/a.tif", "nul", "circle", "nul/%00.tif"})
    void reportsWhatNoLookUpReachesAsMissingUnderEachPolicy(String name) throws IOException {
        Path root = Files.createDirectory(folder.toRealPath().resolve("root"));
        Files.createFile(root.resolve("file"));
        Files.createSymbolicLink(root.resolve("circle"), root.resolve("circle"));
        String href =
                "file://" + root + "/" + name.replace("long", "x".repeat(300)).replace("nul", "a%00b");
        StoragePolicy closed = StoragePolicy.builder().roots(root).build();
        ErrorCode refused = name.equals("circle") ? ErrorCode.ACCESS_REFUSED : ErrorCode.NOT_FOUND;

        assertThat(code(href, StoragePolicy.open())).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(code(href, closed)).isEqualTo(refused);
    }

    private ErrorCode code(String href, StoragePolicy policy) {
        StacGeneratorException failure =
                catchThrowableOfType(StacGeneratorException.class, () -> resolver.open(href, () -> policy));
        return failure.code();
    }

    @Test
    void reportsAFileUsedAsFolderAsMissing() throws IOException {
        fails(put("a.tif", new byte[1]) + "/b.tif", ErrorCode.NOT_FOUND).hasMessageContaining("a.tif/b.tif");
    }

    @Test
    void opensNothingOutsideOfTheRoots(@TempDir Path outside) throws IOException {
        Path secret = Files.createFile(outside.resolve("secret.tif"));
        Files.createSymbolicLink(folder.resolve("link.tif"), secret);
        Files.createSymbolicLink(folder.resolve("folder"), outside);
        StoragePolicy policy = StoragePolicy.builder().roots(folder).build();
        for (String href : new String[] {
            secret.toString(), folder + "/link.tif", folder + "/folder/secret.tif", folder + "/../x.tif", "/no/such.tif"
        }) {
            assertThatThrownBy(() -> resolver.open(href, () -> policy))
                    .asInstanceOf(type(StacGeneratorException.class))
                    .returns(ErrorCode.ACCESS_REFUSED, StacGeneratorException::code);
        }
    }

    @Test
    void opensWhatIsInsideOfTheRoots() throws IOException {
        String href = put("sub/a.tif", new byte[] {1, 2});
        StoragePolicy policy = StoragePolicy.builder().roots(folder).build();
        try (StorageObject object = resolver.open(href, () -> policy)) {
            assertThat(object.size()).isEqualTo(2);
        }
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ?> fails(String href, ErrorCode code) {
        return assertThatThrownBy(() -> resolver.open(href, context()))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @Test
    void listsTheFilesInAFolderAndBelowInTheOrderOfTheirNames() throws IOException {
        for (String name : List.of("b.tif", "a/c.tif", "a/b/ü.tif", "c.txt")) {
            put(name, new byte[1]);
        }
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createDirectories(folder.resolve("empty"));
        assertThat(listed(folder.toString(), StoragePolicy.open()))
                .containsExactly("a/b/ü.tif", "a/c.tif", "b.tif", "c.txt");
        assertThat(listed(folder.resolve("a").toUri().toString(), StoragePolicy.open()))
                .containsExactly("a/b/ü.tif", "a/c.tif");
    }

    @Test
    void listsNothingOutsideOfTheRoots() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.createSymbolicLink(root.resolve("out"), folder);
        StoragePolicy policy = StoragePolicy.builder().roots(root).build();
        assertThat(listed(root.toString(), policy)).isEmpty();
        for (String outside : List.of(folder.toString(), root + "/..", root + "/out")) {
            assertThatThrownBy(() -> listed(outside, policy))
                    .asInstanceOf(type(StacGeneratorException.class))
                    .returns(ErrorCode.ACCESS_REFUSED, StacGeneratorException::code);
        }
    }

    @Test
    void listsFoldersAlone() throws IOException {
        for (String wrong : List.of(put("a.tif", new byte[1]), missing())) {
            assertThatThrownBy(() -> listed(wrong, StoragePolicy.open()))
                    .asInstanceOf(type(StacGeneratorException.class))
                    .returns(ErrorCode.NOT_FOUND, StacGeneratorException::code);
        }
    }

    private List<String> listed(String prefix, StoragePolicy policy) throws IOException {
        try (Stream<String> hrefs = resolver.list(prefix, () -> policy)) {
            return hrefs.map(href -> folder.relativize(Path.of(href)).toString())
                    .toList();
        }
    }

    @Test
    void refusesADatasetFolderWithALinkOutOfTheRoots(@TempDir Path outside) throws IOException {
        Path store = Files.createDirectories(outside.resolve("root/a.zarr/x"));
        Files.writeString(store.resolveSibling(".zgroup"), "{}");
        Path chunk = Files.createSymbolicLink(store.resolve("0.0"), Files.writeString(outside.resolve("secret"), "77"));
        StoragePolicy closed =
                StoragePolicy.builder().roots(outside.resolve("root")).build();
        String href = store.getParent().toString();

        assertThat(new FileStorageResolver()
                        .open(href, StoragePolicy::open)
                        .localPath()
                        .orElse(null))
                .isEqualTo(store.getParent());
        assertThatThrownBy(() -> new FileStorageResolver().open(href, () -> closed))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.ACCESS_REFUSED, StacGeneratorException::code)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(chunk.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"link", "link/a.tif", "up/up/missing.tif", "chain", "inside/../../../missing.tif", "circle"})
    void refusesWhatALinkReachesOutsideWhetherItExistsOrNot(String name, @TempDir Path outside) throws IOException {
        Path root = Files.createDirectories(folder.toRealPath().resolve("root"));
        Files.createDirectories(root.resolve("deep/inside"));
        Files.createSymbolicLink(root.resolve("link"), outside.resolve("missing.tif"));
        Files.createSymbolicLink(root.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(root.resolve("chain"), Path.of("deep/chain"));
        Files.createSymbolicLink(root.resolve("deep/chain"), outside.resolve("missing/b.tif"));
        Files.createSymbolicLink(root.resolve("inside"), Path.of("deep/inside"));
        Files.createSymbolicLink(root.resolve("circle"), Path.of("circle"));
        StoragePolicy policy = StoragePolicy.builder().roots(root).build();
        assertThatThrownBy(() -> resolver.open(root + "/" + name, () -> policy))
                .asInstanceOf(type(StacGeneratorException.class))
                .extracting(StacGeneratorException::code)
                .isEqualTo(ErrorCode.ACCESS_REFUSED);
    }

    @Test
    void reportsAMissingFileInsideOfTheRootsAsMissing() throws IOException {
        Path root = folder.toRealPath();
        Files.createSymbolicLink(root.resolve("link"), root.resolve("missing.tif"));
        StoragePolicy policy = StoragePolicy.builder().roots(root).build();
        assertThatThrownBy(() -> resolver.open(root + "/link", () -> policy))
                .asInstanceOf(type(StacGeneratorException.class))
                .extracting(StacGeneratorException::code)
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void reportsAFileThatIsOverwrittenWithTheSameSize() throws IOException {
        String href = put("a.tif", new byte[] {1, 2, 3});
        StorageObject object = resolver.open(href, StoragePolicy::open);
        StorageObject readByPath = resolver.open(href, StoragePolicy::open);
        object.read(0, 3);
        Files.write(Path.of(href), new byte[] {4, 5, 6});
        Files.setLastModifiedTime(
                Path.of(href), FileTime.from(object.lastModified().orElseThrow().plusSeconds(1)));
        assertChanged(() -> object.read(0, 3));
        object.close();
        assertChanged(readByPath::close);
    }

    @Test
    void reportsAFileThatGaveItsNameToAnother() throws IOException {
        String href = put("a.tif", new byte[] {1, 2, 3});
        StorageObject object = resolver.open(href, StoragePolicy::open);
        Path other = Path.of(put("b.tif", new byte[] {4, 5, 6}));
        Files.setLastModifiedTime(other, FileTime.from(object.lastModified().orElse(null)));
        Files.move(other, Path.of(href), StandardCopyOption.REPLACE_EXISTING);
        assertChanged(() -> object.read(0, 3));
    }

    private static void assertChanged(ThrowingCallable action) {
        assertThatThrownBy(action)
                .asInstanceOf(type(StacGeneratorException.class))
                .extracting(StacGeneratorException::code)
                .isEqualTo(ErrorCode.ASSET_CHANGED);
    }
}
