package io.stacgenerator.internal.href;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Percent-encoding of RFC 3986 over UTF-8. */
public final class PercentEncoding {

    private static final String UNRESERVED = "-._~";
    private static final String SUB_DELIMITERS = "!$&'()*+,;=";
    private static final String OF_PATH = UNRESERVED + SUB_DELIMITERS + ":@/";
    private static final String OF_URI = OF_PATH + "?#";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Escapes of escapes: each proxy encodes once what it passes on, and each server decodes once. */
    private static final int MOST_DECODED = 4;

    private PercentEncoding() {}

    /**
     * Encodes what may not stand in a URI, such as blanks and letters beyond ASCII. What is encoded already stays as it
     * is, so that encoding twice changes nothing.
     *
     * @param uri a URI, with or without scheme, encoded or not
     * @return the encoded URI
     */
    public static String encode(String uri) {
        StringBuilder encoded = new StringBuilder(uri.length() + 16);
        int authorityEnd = authorityEnd(uri);
        for (int i = 0; i < uri.length(); i += Character.charCount(uri.codePointAt(i))) {
            int c = uri.codePointAt(i);
            boolean kept = c == '%' ? isEscape(uri, i) : isAllowed(c, OF_URI) || (i < authorityEnd && isBracket(c));
            append(encoded, c, kept);
        }
        return encoded.toString();
    }

    /**
     * Encodes the path of a file for a URI.
     *
     * @param path a path with {@code /} between its segments, not encoded
     * @return the encoded path, in which every percent sign, question mark and number sign is encoded
     */
    public static String encodePath(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 16);
        path.codePoints().forEach(c -> append(encoded, c, isAllowed(c, OF_PATH)));
        return encoded.toString();
    }

    /**
     * Decodes text.
     *
     * @param text part of a URI
     * @return the text with its escapes replaced; malformed escapes stay as they are
     */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length());
        byte[] bytes = text.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && isEscape(bytes, i)) {
                decoded.write((HexFormat.fromHexDigit(bytes[i + 1]) << 4) | HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(UTF_8);
    }

    /** Decodes a string that may have been encoded several times. */
    static String decodeFully(String text) {
        String decoded = text;
        for (int i = 0; i < MOST_DECODED && decoded.indexOf('%') >= 0; i++) {
            decoded = decode(decoded);
        }
        return decoded;
    }

    private static int authorityEnd(String uri) {
        int start = uri.indexOf("://");
        int end = start < 0 ? 0 : uri.indexOf('/', start + 3);
        return end < 0 ? uri.length() : end;
    }

    private static void append(StringBuilder encoded, int c, boolean kept) {
        if (kept) {
            encoded.appendCodePoint(c);
            return;
        }
        for (byte each : Character.toString(c).getBytes(UTF_8)) {
            encoded.append('%').append(HEX.toHexDigits(each));
        }
    }

    private static boolean isAllowed(int c, String marks) {
        return c < 128 && (Character.isLetterOrDigit(c) || marks.indexOf(c) >= 0);
    }

    private static boolean isBracket(int c) {
        return c == '[' || c == ']';
    }

    private static boolean isEscape(String text, int i) {
        return i + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(i + 1))
                && HexFormat.isHexDigit(text.charAt(i + 2));
    }

    private static boolean isEscape(byte[] text, int i) {
        return i + 2 < text.length && HexFormat.isHexDigit(text[i + 1]) && HexFormat.isHexDigit(text[i + 2]);
    }
}
