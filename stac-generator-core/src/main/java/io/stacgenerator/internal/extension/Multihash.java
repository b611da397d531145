package io.stacgenerator.internal.extension;

import io.stacgenerator.Fault;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A checksum of the file extension: hexadecimal digits of a multihash, which is the code of the algorithm and the
 * length of the digest, both as unsigned varints, and the digest.
 */
final class Multihash {

    private static final int PIECE = 1 << 20;

    /** The code of SHA-256 and the length of its digest. */
    private static final String SHA_256 = "1220";

    private static final int MORE = 0x80;
    private static final int VALUE = 0x7F;
    private static final int VALUE_BITS = 7;

    private final byte[] bytes;
    private int position;

    private Multihash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the multihash of the SHA-256 of all bytes of a file, which is read piece by piece. */
    static String sha256(StorageObject object) throws IOException {
        MessageDigest digest = digest();
        for (long offset = 0; offset < object.size(); offset += PIECE) {
            digest.update(object.read(offset, (int) Math.min(PIECE, object.size() - offset)));
        }
        return SHA_256 + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }

    static List<Fault> check(Object value) {
        String text = (String) value;
        return text.length() % 2 == 0 && new Multihash(HexFormat.of().parseHex(text)).isWhole()
                ? List.of()
                : List.of(Fault.unexpected("", text, "a multihash, such as 1220 and the 64 digits of a SHA-256"));
    }

    private boolean isWhole() {
        long code = varint();
        long length = varint();
        return code >= 0 && length > 0 && bytes.length - position == length;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; position < bytes.length && shift < Integer.SIZE; shift += VALUE_BITS) {
            byte next = bytes[position++];
            value |= (long) (next & VALUE) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
        return -1;
    }
}
