package io.stacgenerator.internal.gdal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes Zarr stores (version 2 of the specification) of 64-bit numbers without compression, an array in one chunk. */
final class ZarrBuilder {

    private final Path folder;

    private ZarrBuilder(Path folder) {
        this.folder = folder;
    }

    static ZarrBuilder of(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(".zgroup"), "{\"zarr_format\":2}");
        return new ZarrBuilder(folder);
    }

    /** Adds an axis of the same name as its dimension. */
    ZarrBuilder axis(String name, String unit, double... values) throws IOException {
        return array(name, unit, new String[] {name}, new int[] {values.length}, values);
    }

    /** Adds an array whose values are 0, 1, 2 and so on. */
    ZarrBuilder array(String name, String unit, String[] dimensions, int... shape) throws IOException {
        int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] values = new double[count];
        Arrays.setAll(values, i -> i);
        return array(name, unit, dimensions, shape, values);
    }

    Path path() {
        return folder;
    }

    private ZarrBuilder array(String name, String unit, String[] dimensions, int[] shape, double[] values)
            throws IOException {
        Path array = Files.createDirectories(folder.resolve(name));
        String sizes = Arrays.toString(shape);
        Files.writeString(array.resolve(".zarray"), """
                {"zarr_format":2,"shape":%s,"chunks":%s,"dtype":"<f8","compressor":null,"fill_value":null,"order":"C",
                "filters":null}""".formatted(sizes, sizes));
        String names = Arrays.stream(dimensions).collect(Collectors.joining("\",\"", "[\"", "\"]"));
        Files.writeString(
                array.resolve(".zattrs"), "{\"_ARRAY_DIMENSIONS\":%s,\"units\":\"%s\"}".formatted(names, unit));
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        String chunk = Arrays.stream(shape).mapToObj(each -> "0").collect(Collectors.joining("."));
        Files.write(array.resolve(chunk), bytes.array());
        return this;
    }
}
