package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keys made by hand, in forms that every language can recompute. Text is hashed as it is, in UTF-8, without
 * normalisation; a lone surrogate is refused with {@link IdempotencyKeyException}. Thread-safe.
 *
 * <p>A key {@code ik_…} is {@code ik_} and the first 16 bytes of a SHA-256 (FIPS 180-4) in lower-case hex: 35 characters.
 */
public final class IdempotencyKeys {

    /** The namespace of domain names (RFC 9562, section 6.6). */
    public static final UUID NAMESPACE_DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    /** The namespace of URLs (RFC 9562, section 6.6). */
    public static final UUID NAMESPACE_URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /** The namespace of ISO object identifiers (RFC 9562, section 6.6). */
    public static final UUID NAMESPACE_OID = UUID.fromString("6ba7b812-9dad-11d1-80b4-00c04fd430c8");

    /** The namespace of X.500 distinguished names (RFC 9562, section 6.6). */
    public static final UUID NAMESPACE_X500 = UUID.fromString("6ba7b814-9dad-11d1-80b4-00c04fd430c8");

    private static final String PREFIX = "ik_";
    private static final int KEY_BYTES = 16;
    private static final byte SEPARATOR = 0;

    private IdempotencyKeys() {}

    /** The key of a text: {@code "abc"} gives {@code ik_ba7816bf8f01cfea414140de5dae2223}. */
    public static String sha256Hex(String content) {
        return key(digestOf(Utf8.encode(content)));
    }

    /** The key of bytes. */
    public static String sha256Hex(byte[] content) {
        return key(digestOf(ByteBuffer.wrap(content)));
    }

    /** The key of a text within a scope: the hash of the scope, a zero byte, and the content. */
    public static String scopedSha256Hex(String scope, String content) {
        return key(scoped(scope, Utf8.encode(content)));
    }

    /** The key of bytes within a scope: the hash of the scope, a zero byte, and the content. */
    public static String scopedSha256Hex(String scope, byte[] content) {
        return key(scoped(scope, ByteBuffer.wrap(content)));
    }

    /**
     * The key of several parts within a scope: the hash of the scope and then, for each part, a zero byte and the part.
     *
     * @throws IdempotencyKeyException if the scope or a part holds U+0000, which would make two lists of parts one
     */
    public static String scopedKey(String scope, String... parts) {
        MessageDigest digest = digestOf(Utf8.encode(withoutNul(scope)));
        for (String part : parts) {
            digest.update(SEPARATOR);
            digest.update(Utf8.encode(withoutNul(part)));
        }
        return key(digest);
    }

    /** The readable form: the scope, a colon, and the key of the content. */
    public static String scoped(String scope, String content) {
        return scope + ':' + sha256Hex(content);
    }

    /** The name-based UUID of a text (RFC 9562, section 5.5). */
    public static UUID uuidV5(UUID namespace, String name) {
        return uuidV5(namespace, Utf8.encode(name));
    }

    /** The name-based UUID of bytes (RFC 9562, section 5.5). */
    public static UUID uuidV5(UUID namespace, byte[] name) {
        return uuidV5(namespace, ByteBuffer.wrap(name));
    }

    /** The parts, percent-encoded but for the unreserved characters (RFC 3986, section 2.3), joined by colons. */
    public static String composite(String... parts) {
        return Arrays.stream(parts).map(PercentEncoding::encode).collect(Collectors.joining(":"));
    }

    /**
     * The number of the time window in which an instant lies, counted from the epoch; negative before it.
     *
     * @param length at least one millisecond; fractions of a millisecond are dropped
     * @throws IllegalArgumentException if the length is shorter
     */
    public static long window(Instant instant, Duration length) {
        if (length.toMillis() <= 0) {
            throw new IllegalArgumentException("The length of a window is at least one millisecond, not " + length);
        }
        return Math.floorDiv(instant.toEpochMilli(), length.toMillis());
    }

    /** A random UUID (RFC 9562, section 5.4), for a client that makes a key once and sends it with every attempt. */
    public static String random() {
        return UUID.randomUUID().toString();
    }

    private static MessageDigest scoped(String scope, ByteBuffer content) {
        MessageDigest digest = digestOf(Utf8.encode(scope));
        digest.update(SEPARATOR);
        digest.update(content);
        return digest;
    }

    private static MessageDigest digestOf(ByteBuffer content) {
        MessageDigest digest = Digests.sha256();
        digest.update(content);
        return digest;
    }

    private static String key(MessageDigest digest) {
        return PREFIX + HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
    }

    private static UUID uuidV5(UUID namespace, ByteBuffer name) {
        MessageDigest digest = Digests.sha1();
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        digest.update(name);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long version5 = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long variant2 = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(version5, variant2);
    }

    private static String withoutNul(String part) {
        if (part.indexOf('\0') >= 0) {
            throw new IdempotencyKeyException(
                    "A part of a key holds U+0000, which separates parts. Remove it, or hash the part first.");
        }
        return part;
    }
}
