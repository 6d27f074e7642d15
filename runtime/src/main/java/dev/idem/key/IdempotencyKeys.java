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
 * Keys made by hand, in forms that every language can recompute. Thread-safe.
 *
 * <p>Text is hashed as it is: in UTF-8, without normalisation, so that {@code é} typed as one character and as two gives
 * two keys. A lone surrogate, which UTF-8 cannot express, is refused with {@link IdempotencyKeyException} by every
 * function that takes text; no message shows a part of a key.
 *
 * <p>A <em>key of bytes</em> is {@code ik_} and the first 16 bytes of their SHA-256 (FIPS 180-4, section 6.2) in
 * lower-case hex: 35 ASCII characters, {@code ^ik_[0-9a-f]{32}$}.
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

    /**
     * The key of the UTF-8 bytes of a text: {@code "abc"} gives {@code ik_ba7816bf8f01cfea414140de5dae2223}.
     *
     * @throws IdempotencyKeyException if the text holds a lone surrogate
     */
    public static String sha256Hex(String content) {
        return key(digestOf(Utf8.encode(content)));
    }

    /** The key of bytes, whether they are text or not. */
    public static String sha256Hex(byte[] content) {
        return key(digestOf(ByteBuffer.wrap(content)));
    }

    /**
     * The key of a content within a scope: of the bytes {@code utf8(scope) 00 utf8(content)}.
     *
     * @throws IdempotencyKeyException if the scope holds U+0000, which would make two scopes one, or if either holds a
     *     lone surrogate
     */
    public static String scopedSha256Hex(String scope, String content) {
        return key(scoped(scope, Utf8.encode(content)));
    }

    /**
     * The key of a content within a scope: of the bytes {@code utf8(scope) 00 content}.
     *
     * @throws IdempotencyKeyException if the scope holds U+0000, which would make two scopes one, or a lone surrogate
     */
    public static String scopedSha256Hex(String scope, byte[] content) {
        return key(scoped(scope, ByteBuffer.wrap(content)));
    }

    /**
     * The key of several parts within a scope: of the bytes {@code utf8(scope)} and then, for each part, {@code 00
     * utf8(part)}. An empty part is a part; a scope without parts is the key of the scope alone.
     *
     * @throws IdempotencyKeyException if the scope or a part holds U+0000, which would make two lists of parts one, or a
     *     lone surrogate
     */
    public static String scopedKey(String scope, String... parts) {
        MessageDigest digest = digestOf(Utf8.encode(withoutNul(scope)));
        for (String part : parts) {
            digest.update(SEPARATOR);
            digest.update(Utf8.encode(withoutNul(part)));
        }
        return key(digest);
    }

    /**
     * The readable form: the scope as it is, a colon, and the {@linkplain #sha256Hex(String) key of the content}. For
     * example {@code catalog-refresh-2026-05-24:ik_44136fa355b3678a1146ad16f7e8649e}. As the key has 35 characters, the
     * scope can always be told from it.
     *
     * @throws IdempotencyKeyException if the scope or the content holds a lone surrogate
     */
    public static String scoped(String scope, String content) {
        return Utf8.checked(scope) + ':' + sha256Hex(content);
    }

    /**
     * The name-based UUID of the UTF-8 bytes of a text: version 5, by SHA-1 over the 16 bytes of the namespace and those
     * of the name (RFC 9562, section 5.5). Its text has 36 characters.
     *
     * @throws IdempotencyKeyException if the name holds a lone surrogate
     */
    public static UUID uuidV5(UUID namespace, String name) {
        return uuidV5(namespace, Utf8.encode(name));
    }

    /** The name-based UUID of bytes, as {@link #uuidV5(UUID, String)}. */
    public static UUID uuidV5(UUID namespace, byte[] name) {
        return uuidV5(namespace, ByteBuffer.wrap(name));
    }

    /**
     * The parts, each percent-encoded, joined by colons: {@code composite("a:b", "c")} is {@code a%3Ab:c}. All bytes of
     * the UTF-8 form are encoded but the unreserved {@code A-Z a-z 0-9 - . _ ~} (RFC 3986, sections 2.1 and 2.3), with
     * upper-case hex. Different lists of parts have different texts.
     *
     * @throws IdempotencyKeyException if there is no part, or one holds a lone surrogate
     */
    public static String composite(String... parts) {
        if (parts.length == 0) {
            throw new IdempotencyKeyException(
                    "A composite key needs at least one part. Pass what makes the call the one that it is, such as an order's number.");
        }
        return Arrays.stream(parts).map(PercentEncoding::encode).collect(Collectors.joining(":"));
    }

    /**
     * The number of the time window in which an instant lies: {@code floorDiv(epochMillis, lengthMillis)}. Counted from
     * the epoch; negative before it.
     *
     * @param length at least one millisecond; fractions of a millisecond are dropped, here and in the instant
     * @throws IllegalArgumentException if the length is shorter
     * @throws ArithmeticException if the milliseconds of either are beyond a long: some 292 million years
     */
    public static long window(Instant instant, Duration length) {
        if (length.toMillis() <= 0) {
            throw new IllegalArgumentException("The length of a window is at least one millisecond, not " + length);
        }
        return Math.floorDiv(instant.toEpochMilli(), length.toMillis());
    }

    /**
     * A random UUID of version 4 (RFC 9562, section 5.4), 36 characters, from a cryptographically strong source: for a
     * client that makes a key once and sends it with every attempt.
     */
    public static String random() {
        return UUID.randomUUID().toString();
    }

    private static MessageDigest scoped(String scope, ByteBuffer content) {
        MessageDigest digest = digestOf(Utf8.encode(withoutNul(scope)));
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
                    "A scope or part of a key holds U+0000, which separates parts. Remove it, or hash the part first.");
        }
        return part;
    }
}
