package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stacgenerator.AssetLimits;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.gdal.named.NamedFiles;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose bytes name others, in each way that their formats know, and honest ones of the same forms. */
final class NamedFilesTest {

    /** What the files of the resources name. */
    static final String OUTSIDE = "/nowhere/outside";

    static final List<String> HDF5 = List.of(
            "storage-earliest.h5",
            "storage-latest.h5",
            "storage-in-group-earliest.h5",
            "storage-in-group-latest.h5",
            "storage-among-many-earliest.h5",
            "storage-among-many-latest.h5",
            "link-earliest.h5",
            "link-latest.h5",
            "link-among-many-earliest.h5",
            "link-among-many-latest.h5",
            "link-after-user-block-earliest.h5",
            "link-after-user-block-latest.h5",
            "virtual.h5");

    @TempDir
    private Path folder;

    static List<String> hdf5() {
        return HDF5;
    }

    @ParameterizedTest
    @MethodSource("hdf5")
    void findsWhatHdf5Names(String name) throws IOException {
        assertThat(NamedFiles.in(resource(name, folder.resolve("a.nc"))))
                .hasValueSatisfying(what -> assertThat(what).startsWith("an external link"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"honest-earliest.h5", "honest-latest.h5", "honest.nc"})
    void findsNothingInHonestHdf5(String name) throws IOException {
        assertThat(NamedFiles.in(resource(name, folder.resolve("a.nc")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"honest-earliest.h5", "honest-latest.h5"})
    void tellsOfAFileThatEndsTooEarly(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(resource(name, folder.resolve("a.h5")));

        Path half = Files.write(folder.resolve("b.h5"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> NamedFiles.in(half))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("it has %d bytes, but".formatted(bytes.length / 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"honest-earliest.h5", "honest-latest.h5", "link-among-many-latest.h5", "honest.nc"})
    void endsForAnyBytes(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(resource(name, folder.resolve("a.h5")));
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] mutated = bytes.clone();
            for (int k = 0; k < 20; k++) {
                mutated[random.nextInt(k < 10 ? 2000 : bytes.length)] = (byte) (k % 3 == 0 ? -1 : random.nextInt());
            }
            Path file = Files.write(folder.resolve("b.h5"), mutated);
            Throwable thrown = catchThrowable(() -> NamedFiles.in(file));
            assertThat(thrown == null || thrown instanceof EOFException)
                    .as(() -> "thrown: " + thrown)
                    .isTrue();
        }
    }

    @Test
    void findsAnExternalElementOfHdf4() throws IOException {
        assertThat(NamedFiles.in(hdf4(2))).hasValue("an external element");
        assertThat(NamedFiles.in(hdf4(3))).isEmpty();
    }

    @Test
    void endsOnDescriptorsOfHdf4ThatGoInCircles() throws IOException {
        Path file = hdf4(3);
        byte[] bytes = Files.readAllBytes(file);
        bytes[9] = 4;

        assertThat(NamedFiles.in(Files.write(file, bytes))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',false", "/SIS=1,false", "/etc/passwd,true", "a.001,true", "LNK    1,true", "/SISTER,true"})
    void findsWhatAChannelOfPcidskNames(String name, boolean names) throws IOException {
        assertThat(NamedFiles.in(pcidsk(folder.resolve("a.pix"), name)).isPresent())
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "ExternalRasterDMS, a.ige, false",
        "ExternalRasterDMS, ../a.ige, true",
        "externalrasterdms, x/../../a.ige, true",
        "RRDNamesList, ../a.rrd(:Layer_1), true",
        "DependentFile, C:\\data\\a.img, false",
        "Layer_1, ../a, false"
    })
    void findsWhatErdasImagineNamesOutsideOfItsFolder(String node, String name, boolean names) throws IOException {
        assertThat(NamedFiles.in(hfa(folder.resolve("a.img"), node, name)).isPresent())
                .isEqualTo(names);
    }

    /** The file has no blocks on the disk. */
    @Test
    void readsNoMoreThanAStructureHas() throws IOException {
        Path file = hfa(folder.resolve("a.img"), "DependentFile", "b.img");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.seek(170 + 20); // the length of the name
            large.writeInt(-1);
            large.setLength(1L << 31);
        }

        assertThat(NamedFiles.in(file))
                .hasValueSatisfying(what -> assertThat(what).contains("cannot be followed"));
    }

    @ParameterizedTest
    @CsvSource({"HDF5, metadataElements", "HDF4, metadataElements", "PCIDSK, bands"})
    void countsWhatItFollows(String format, String limit) throws IOException {
        Path file = switch (format) {
            case "HDF5" -> resource("honest-latest.h5", folder.resolve("a.h5"));
            case "HDF4" -> hdf4(3);
            default -> pcidsk(folder.resolve("a.pix"), "", 2);
        };
        AssetLimits limits = AssetLimits.ofDefaults().withMetadataElements(1).withBands(1);

        assertThatThrownBy(() -> new AssetBudget(limits, "a", 0, null).spend(() -> NamedFiles.in(file)))
                .hasMessageContaining(limit);
    }

    @Test
    void findsFilesOfOtherFormatsInGrib() throws IOException {
        byte[] grib = new byte[3 << 20];
        put(grib, 0, "junk grib");
        Path file = folder.resolve("a.grb");
        assertThat(NamedFiles.in(Files.write(file, grib))).isEmpty();
        put(grib, (1 << 20) - 3, "\u0089HDF\r\n\u001a\n"); // not where HDF5 looks for itself, and over two pieces

        assertThat(NamedFiles.in(Files.write(file, grib))).hasValue("a file of another format as its data");
    }

    @ParameterizedTest
    @CsvSource({"a.raw,false", "../a.raw,true", "/etc/a.raw,true"})
    void findsTheTargetOfPaux(String target, boolean names) throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.aux"), "AuxilaryTarget: " + target + "\nRawDefinition: 1 1 1\n");

        assertThat(NamedFiles.in(file).isPresent()).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .zmetadata | {"metadata":{".zgroup":{"zarr_format":2},"../b/.zarray":{"shape":[1]}}} | true
            .zmetadata | {"metadata":{".zgroup":{"zarr_format":2},"b/.zarray":{"shape":[1]}}} | false
            .zmetadata | {"metadata":{"b/.zattrs":{"_ARRAY_DIMENSIONS":["../c"]}}} | true
            .zmetadata | {"metadata":{"b/.zattrs":{"history":"../c"}}} | false
            b/.zarray | {"dimension_separator":"/../"} | true
            b/.zarray | {"dimension_separator":"/"} | false
            b/.zattrs | {"_ARRAY_DIMENSIONS":["x/../../c"]} | true
            b/.zattrs | {"_ARRAY_DIMENSIONS":["x"],"source":"../c"} | false
            b/zarr.json | {"dimension_names":["../c"]} | true
            b/zarr.json | {"attributes":{"source":"../c"},"dimension_names":["c"]} | false
            .zattrs | {"a":1,"a":2} | true
            """)
    void findsPathsOutOfAZarrStore(String document, String json, boolean names) throws IOException {
        Path store = ZarrBuilder.of(folder.resolve("a.zarr"))
                .array("b", "", new String[] {"y", "x"}, 2, 2)
                .path();
        Files.writeString(store.resolve(document), json);

        assertThat(NamedFiles.in(store).isPresent()).isEqualTo(names);
    }

    @Test
    @Requires("corpus")
    void findsNothingInACorpus() throws IOException {
        Path corpus = Material.path("corpus");
        for (String name : Files.readAllLines(corpus.resolve("list.txt"))) {
            assertThat(NamedFiles.in(corpus.resolve("files").resolve(name)))
                    .as(name)
                    .isEmpty();
        }
    }

    /** Writes a file of the resources. */
    static Path resource(String name, Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(
                requireNonNull(NamedFilesTest.class.getResourceAsStream("named/" + name + ".gz")))) {
            return Files.write(file, in.readAllBytes());
        }
    }

    private Path hdf4(int special) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x0E031301);
        out.writeShort(1);
        out.writeInt(22); // the next block
        out.write(new byte[12]);
        out.writeShort(1);
        out.writeInt(0);
        out.writeShort(0x4000 | 702);
        out.writeShort(1);
        out.writeInt(40);
        out.writeInt(10);
        out.writeShort(special);
        out.write(new byte[30]);
        return Files.write(folder.resolve("a.hdf"), bytes.toByteArray());
    }

    /** Writes the headers of a file with one channel, which is where the name says. */
    static Path pcidsk(Path file, String name) throws IOException {
        return pcidsk(file, name, 1);
    }

    private static Path pcidsk(Path file, String name, int channels) throws IOException {
        byte[] bytes = new byte[512 * (4 + 2 * channels)];
        Arrays.fill(bytes, (byte) ' ');
        put(bytes, 0, "PCIDSK  ");
        put(bytes, 336, "%16d".formatted(3));
        put(bytes, 376, "%8d".formatted(channels));
        put(bytes, 1024 + 64, name);
        return Files.write(file, bytes);
    }

    /** Writes a root with a node that holds a name. */
    static Path hfa(Path file, String node, String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("EHFA_HEADER_TAG\0".getBytes(ISO_8859_1)).putInt(20);
        bytes.putInt(1).putInt(0).putInt(40); // version, free list and root
        bytes.putInt(40 + 12, 170); // its child
        bytes.putInt(170 + 16, 300).putInt(170 + 20, 60);
        bytes.position(170 + 24).put(node.getBytes(ISO_8859_1));
        bytes.position(310).put(name.getBytes(ISO_8859_1));
        return Files.write(file, bytes.array());
    }

    private static void put(byte[] bytes, int at, String text) {
        System.arraycopy(text.getBytes(ISO_8859_1), 0, bytes, at, text.length());
    }
}
