package dev.idem.store.redisson;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what name the scripts go over the wire. */
public final class ScriptDigests {

    private ScriptDigests() {}

    /** The digest in every {@code EVALSHA} of a claim. */
    public static String claim() {
        return digest(Script.CLAIM);
    }

    private static String digest(Script script) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest(script.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
