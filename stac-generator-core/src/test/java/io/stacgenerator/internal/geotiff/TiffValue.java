package io.stacgenerator.internal.geotiff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.internal.geotiff.tiff.FieldType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The value of a tag to be written.
 *
 * @param type the field type
 * @param numbers the values; characters for ASCII, with the NUL
 * @param declaredCount the count to write, which a hostile file may have wrong
 * @param declaredOffset the offset to write, or -1 for the true one
 */
public record TiffValue(FieldType type, List<Double> numbers, long declaredCount, long declaredOffset) {

    public static TiffValue of(FieldType type, double... numbers) {
        int count = type == FieldType.RATIONAL || type == FieldType.SRATIONAL ? numbers.length / 2 : numbers.length;
        return new TiffValue(type, Arrays.stream(numbers).boxed().toList(), count, -1);
    }

    public static TiffValue text(String text) {
        byte[] bytes = (text + "\0").getBytes(UTF_8);
        double[] numbers = new double[bytes.length];
        Arrays.setAll(numbers, i -> bytes[i]);
        return of(FieldType.ASCII, numbers);
    }

    /** Declares something else than what is there. */
    public TiffValue declaring(long count, long offset) {
        return new TiffValue(type, numbers, count, offset);
    }

    int size() {
        return switch (type) {
            case RATIONAL, SRATIONAL -> numbers.size() * 4;
            default -> numbers.size() * type.size();
        };
    }

    void write(ByteBuffer file) {
        for (Double number : numbers) {
            switch (type) {
                case BYTE, ASCII, SBYTE, UNDEFINED -> file.put((byte) number.longValue());
                case SHORT, SSHORT -> file.putShort((short) number.longValue());
                case LONG, SLONG, IFD, RATIONAL, SRATIONAL -> file.putInt((int) number.longValue());
                case LONG8, SLONG8, IFD8 -> file.putLong(number.longValue());
                case FLOAT -> file.putFloat(number.floatValue());
                case DOUBLE -> file.putDouble(number);
            }
        }
    }
}
