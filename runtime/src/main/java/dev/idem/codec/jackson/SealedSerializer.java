package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes a value of a sealed type as the object of its subtype, which begins with that subtype's name:
 * <code>{"@type":"Card","number":"4"}</code>, and of an enum <code>{"@type":"Coin","@value":"CENT"}</code>.
 */
final class SealedSerializer extends StdSerializer<Object> implements ResolvableSerializer {

    /** No field of a Java class has such a name. */
    static final String TYPE = "@type";

    static final String VALUE = "@value";
    private static final long serialVersionUID = 1;

    private final JavaType type;
    private final JsonSerializer<Object> own;

    /** Writes with {@code own} what is no instance of a subtype, but of the class itself. */
    @SuppressWarnings("unchecked") // it is the serializer of that class
    SealedSerializer(JavaType type, JsonSerializer<?> own) {
        super(Object.class);
        this.type = type;
        this.own = (JsonSerializer<Object>) own;
    }

    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
        if (own instanceof ResolvableSerializer resolvable) {
            resolvable.resolve(provider);
        }
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
        Class<?> subtype = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        Optional<String> name = SubtypeNames.of(provider).name(type.getRawClass(), subtype);
        if (name.isEmpty()) {
            provider.reportMappingProblem("a subtype without a name");
        } else {
            json.writeStartObject(value);
            json.writeStringField(TYPE, name.get());
            writeMembers(value, provider.constructSpecializedType(type, subtype), json, provider);
            json.writeEndObject();
        }
    }

    private void writeMembers(Object value, JavaType subtype, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        JsonSerializer<Object> writer = provider.findValueSerializer(subtype, null);
        if (subtype.isEnumType()) {
            json.writeFieldName(VALUE);
            writer.serialize(value, json, provider);
        } else {
            JsonSerializer<Object> ofClass = writer instanceof SealedSerializer nested ? nested.own : writer;
            ofClass.unwrappingSerializer(NameTransformer.NOP).serialize(value, json, provider);
        }
    }
}
