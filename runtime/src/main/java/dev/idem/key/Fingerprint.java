package dev.idem.key;

import java.util.HexFormat;

/**
 * The digest of a call's content, kept with its record and compared on every hit: {@code jcs-sha256:} and the 64
 * lower-case hex digits of the SHA-256 (FIPS 180-4) of the canonical text (RFC 8785).
 *
 * @param text the label and the digits; an unknown label never equals a known one, so it is refused
 */
public record Fingerprint(String text) {

    private static final String LABEL = "jcs-sha256:";
    private static final int KEY_DIGITS = 32;

    /** The fingerprint of the canonical text, given in UTF-8. */
    public static Fingerprint of(byte[] content) {
        return new Fingerprint(LABEL + HexFormat.of().formatHex(Digests.sha256().digest(content)));
    }

    /** The key derived from the content: {@code ik_} and the first 16 bytes of the digest, 35 characters. */
    public String derivedKey() {
        return "ik_" + text.substring(LABEL.length(), LABEL.length() + KEY_DIGITS);
    }
}
