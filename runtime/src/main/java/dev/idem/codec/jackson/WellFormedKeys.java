package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a map's key if it has no lone surrogate: Jackson reads those back in strings, but from 2.22 on not in names.
 */
final class WellFormedKeys extends StdSerializer<String> {

    private static final long serialVersionUID = 1;

    WellFormedKeys() {
        super(String.class);
    }

    @Override
    public void serialize(String key, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(key)) {
            provider.reportMappingProblem("a lone surrogate in a key");
        }
        json.writeFieldName(key);
    }
}
