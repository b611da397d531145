package io.stacgenerator.internal.zarr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of the values of an array.
 *
 * @param name its name in version 3 of the specification, such as {@code float32}; {@code other} where it is no number
 * @param bytes the bytes of a value
 * @param order their order
 */
record ZarrType(String name, int bytes, ByteOrder order) {

    private static final Pattern V2 = Pattern.compile("([<>|])([iuf])([1248])");
    private static final Pattern V3 = Pattern.compile("(int|uint|float)(8|16|32|64)");
    private static final int BYTE = 8;

    /** Reads a type of version 2, by the array interface of NumPy. */
    static ZarrType v2(String text) {
        Matcher matcher = V2.matcher(text);
        if (!matcher.matches()) {
            return other();
        }
        String kind = switch (matcher.group(2)) {
            case "i" -> "int";
            case "u" -> "uint";
            default -> "float";
        };
        int bytes = Integer.parseInt(matcher.group(3));
        return new ZarrType(kind + BYTE * bytes, bytes, order(matcher.group(1).equals(">")));
    }

    static ZarrType v3(String text, boolean bigEndian) {
        Matcher matcher = V3.matcher(text);
        return matcher.matches()
                ? new ZarrType(text, Integer.parseInt(matcher.group(2)) / BYTE, order(bigEndian))
                : other();
    }

    private static ZarrType other() {
        return new ZarrType("other", 0, ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteOrder order(boolean bigEndian) {
        return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Returns a value of a chunk; empty where it is no number that a coordinate may be. */
    Optional<Double> at(ByteBuffer chunk, int index) {
        int offset = index * bytes;
        if (bytes == 0 || offset + bytes > chunk.remaining()) {
            return Optional.empty();
        }
        ByteBuffer values = chunk.slice().order(order);
        return switch (name) {
            case "float64" -> Optional.of(values.getDouble(offset));
            case "float32" -> Optional.of((double) values.getFloat(offset));
            case "int64", "uint64" -> Optional.of((double) values.getLong(offset));
            case "int32" -> Optional.of((double) values.getInt(offset));
            case "uint32" -> Optional.of((double) Integer.toUnsignedLong(values.getInt(offset)));
            case "int16" -> Optional.of((double) values.getShort(offset));
            case "uint16" -> Optional.of((double) Short.toUnsignedInt(values.getShort(offset)));
            case "int8" -> Optional.of((double) values.get(offset));
            case "uint8" -> Optional.of((double) Byte.toUnsignedInt(values.get(offset)));
            default -> Optional.empty();
        };
    }
}
