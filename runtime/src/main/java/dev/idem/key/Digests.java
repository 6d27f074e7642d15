package dev.idem.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digests that every Java platform has. */
final class Digests {

    private Digests() {}

    /** SHA-256 (FIPS 180-4). */
    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    /** SHA-1 (FIPS 180-4), for UUIDs of version 5 only. */
    static MessageDigest sha1() {
        return digest("SHA-1");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm + ".", e);
        }
    }
}
