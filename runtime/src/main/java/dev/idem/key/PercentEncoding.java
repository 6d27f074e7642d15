package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.util.HexFormat;

/** Percent-encoding that keeps only the unreserved characters (RFC 3986, section 2.3). */
final class PercentEncoding {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /**
     * The encoded text.
     *
     * @throws IdempotencyKeyException if the text holds a lone surrogate, which UTF-8 cannot express
     */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte octet : utf8(text)) {
            append(encoded, octet);
        }
        return encoded.toString();
    }

    private static byte[] utf8(String text) {
        return Utf8.encode(text)
                .orElseThrow(() -> new IdempotencyKeyException(
                        "A part of the record's address holds half of a surrogate pair. Pass well-formed text."));
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
