package dev.idem.key;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Percent-encoding that keeps only the unreserved characters (RFC 3986, section 2.3). */
final class PercentEncoding {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /**
     * The encoded text.
     *
     * @throws dev.idem.IdempotencyKeyException if the text holds a lone surrogate, which UTF-8 cannot express
     */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        ByteBuffer bytes = Utf8.encode(text);
        while (bytes.hasRemaining()) {
            append(encoded, bytes.get());
        }
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, byte octet) {
        char character = (char) (octet & 0xFF);
        if (isUnreserved(character)) {
            encoded.append(character);
        } else {
            encoded.append('%').append(HEX.toHexDigits(octet));
        }
    }

    private static boolean isUnreserved(char c) {
        return UNRESERVED.indexOf(c) >= 0;
    }
}
