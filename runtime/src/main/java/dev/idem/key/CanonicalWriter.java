package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as canonical JSON: RFC 8785 (JCS) in UTF-8, with one JSON form for each Java type. Generated code calls
 * it and gives the names of an {@linkplain #beginObject object} in ascending order of UTF-16 code units, each once. The
 * members of {@linkplain #beginMap maps} and the elements of {@linkplain #beginSet sets} are put in order here.
 *
 * <p>Not thread-safe; one writer writes one text at a time. After an exception the writer is of no use until it is
 * {@linkplain #reset reset}.
 *
 * <p>Every method throws {@link IdempotencyKeyException} for what has no canonical form. The message names the path to
 * the value, never the value.
 */
public final class CanonicalWriter extends ScalarWriter {

    private static final int EMPTY_OBJECT = "{}".length();

    private boolean raw;

    public CanonicalWriter() {}

    /** The text so far, in UTF-8. */
    public byte[] toBytes() {
        return text.toBytes();
    }

    /** Whether nothing was written that tells one content from another: nothing at all, or an object without members. */
    public boolean isEmpty() {
        return !raw && text.length() <= EMPTY_OBJECT;
    }

    /** Forgets all that was written, also after an exception, to write another text with the same memory. */
    public void reset() {
        text.clear();
        nesting.clear();
        raw = false;
    }

    /**
     * Takes these bytes as the whole text, as they are. Nothing else is written before or after.
     *
     * @throws IllegalStateException if something was written
     */
    public void raw(byte[] content) {
        raw(ByteBuffer.wrap(content));
    }

    /** Takes this text in UTF-8 as the whole text, as it is; a lone surrogate is refused. */
    public void raw(String content) {
        try {
            raw(Utf8.encode(content));
        } catch (IdempotencyKeyException e) {
            throw loneSurrogate();
        }
    }

    private void raw(ByteBuffer content) {
        if (raw || text.length() > 0) {
            throw new IllegalStateException("A raw content stands alone.");
        }
        raw = true;
        text.octets(content);
    }

    /** Begins an object whose names the caller gives in order. */
    public void beginObject() {
        nesting.open(Level.Kind.OBJECT);
    }

    public void endObject() {
        nesting.close();
    }

    /** Begins a member of an object; exactly one value follows. */
    public void name(MemberName name) {
        nesting.beginMember();
        name.write(text);
    }

    /** Begins a member of an object; exactly one value follows. A lone surrogate in the name is refused. */
    public void name(String name) {
        nesting.beginMember();
        member(name);
    }

    /** Begins an array; each value that follows is an element. */
    public void beginArray() {
        nesting.open(Level.Kind.ARRAY);
    }

    public void endArray() {
        nesting.close();
    }

    /** Begins an array whose elements are sorted by their texts, equal texts once. */
    public void beginSet() {
        nesting.open(Level.Kind.SET);
    }

    public void endSet() {
        nesting.close();
    }

    /** Begins an object whose keys come in any order. */
    public void beginMap() {
        nesting.open(Level.Kind.MAP);
    }

    /** Begins a member of a map; exactly one value follows. A null key is refused, and a lone surrogate. */
    public void key(@Nullable String key) {
        if (key == null) {
            throw fail("a null key has no canonical form");
        }
        nesting.beginMember(key);
        member(key);
    }

    private void member(String name) {
        quoted(name);
        text.ascii(':');
    }

    /** Refuses two keys with one text. */
    public void endMap() {
        nesting.close();
    }

    /** What an encoder writes, which must be exactly one value. */
    public <T> void encoded(T value, KeyEncoder<? super T> encoder) {
        Nesting.Mark before = nesting.mark();
        try {
            encoder.encode(value, this);
        } catch (IdempotencyKeyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IdempotencyKeyException(
                    nesting.path() + ": its encoder " + encoder.getClass().getName() + " failed", e);
        }
        if (!nesting.mark().isOneValueAfter(before)) {
            throw fail("its encoder " + encoder.getClass().getName() + " did not write exactly one value");
        }
    }

    /** The failure for a value of a sealed type whose class did not exist when the caller was compiled. */
    public IdempotencyKeyException unknownSubtype(Object value) {
        return fail("its class " + value.getClass().getName() + " was unknown when the key's code was compiled");
    }
}
