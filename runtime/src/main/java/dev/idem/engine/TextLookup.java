package dev.idem.engine;

import dev.idem.key.Leaf;
import dev.idem.key.LeafHash;
import dev.idem.key.LookupKey;
import org.jspecify.annotations.Nullable;

/**
 * Recognises calls by their canonical texts, for operations whose generated code has no lookup key of its own. It is given
 * the text and the client's key, if there is one, in place of the arguments.
 */
final class TextLookup implements LookupKey {

    static final LookupKey INSTANCE = new TextLookup();

    private TextLookup() {}

    @Override
    public long hash(@Nullable Object[] arguments) {
        return LeafHash.add(LeafHash.add(LeafHash.start(), (byte[]) arguments[0]), (String) arguments[1]);
    }

    /** Both were made for this call, and nobody changes them. */
    @Override
    public Object copy(@Nullable Object[] arguments) {
        return arguments;
    }

    @Override
    public boolean matches(@Nullable Object[] arguments, Object copy) {
        return copy instanceof Object[] leaves
                && Leaf.same((String) arguments[1], leaves[1])
                && Leaf.same((byte[]) arguments[0], leaves[0]);
    }
}
