package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Optional;

/** Reads what {@link SealedSerializer} writes. A name that the result type does not give leads to no class. */
final class SealedDeserializer extends StdDeserializer<Object> implements ResolvableDeserializer {

    private static final long serialVersionUID = 1;

    private final JavaType type;
    private final JsonDeserializer<?> own;

    /** Reads with {@code own} what is no instance of a subtype, but of the class itself. */
    SealedDeserializer(JavaType type, JsonDeserializer<?> own) {
        super(type);
        this.type = type;
        this.own = own;
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        if (own instanceof ResolvableDeserializer resolvable) {
            resolvable.resolve(context);
        }
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
        Optional<Class<?>> subtype = subtype(json, context);
        if (subtype.isEmpty()) {
            return context.reportInputMismatch(this, "not an object with the @type of a subtype");
        }
        JavaType actual = context.constructSpecializedType(type, subtype.get());
        JsonDeserializer<Object> reader = context.findContextualValueDeserializer(actual, null);
        json.nextToken();
        if (actual.isEnumType()) {
            return constant(json, reader, context);
        }
        JsonDeserializer<?> ofClass = reader instanceof SealedDeserializer nested ? nested.own : reader;
        return ofClass.deserialize(json, context);
    }

    private Optional<Class<?>> subtype(JsonParser json, DeserializationContext context) throws IOException {
        return json.hasToken(JsonToken.START_OBJECT)
                        && SealedSerializer.TYPE.equals(json.nextFieldName())
                        && json.nextToken() == JsonToken.VALUE_STRING
                ? SubtypeNames.of(context).subtype(type.getRawClass(), json.getText())
                : Optional.empty();
    }

    private Object constant(JsonParser json, JsonDeserializer<Object> reader, DeserializationContext context)
            throws IOException {
        if (!SealedSerializer.VALUE.equals(json.currentName()) || json.nextToken() != JsonToken.VALUE_STRING) {
            return context.reportInputMismatch(this, "not a constant");
        }
        Object constant = reader.deserialize(json, context);
        return json.nextToken() == JsonToken.END_OBJECT
                ? constant
                : context.reportInputMismatch(this, "more than a constant");
    }
}
