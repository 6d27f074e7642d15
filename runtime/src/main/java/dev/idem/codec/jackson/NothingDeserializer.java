package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads {@code Void}, which is null and nothing else; Jackson's own skips whatever is there. */
final class NothingDeserializer extends StdScalarDeserializer<Void> {

    private static final long serialVersionUID = 1;

    NothingDeserializer() {
        super(Void.class);
    }

    /** Called for all values but null. */
    @Override
    public Void deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return context.reportInputMismatch(this, "not null");
    }
}
