package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Optionals as arrays of one element or none, so that an empty one, a missing one and a nested one stay distinct. */
final class OptionalForm {

    private OptionalForm() {}

    static Serializers serializers() {
        return new Serializers.Base() {
            @Override
            public @Nullable JsonSerializer<?> findSerializer(
                    SerializationConfig config, JavaType type, BeanDescription description) {
                return type.hasRawClass(Optional.class) ? new Serializer(type) : null;
            }
        };
    }

    static Deserializers deserializers() {
        return new Deserializers.Base() {
            @Override
            public @Nullable JsonDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription description) {
                return type.hasRawClass(Optional.class) ? new Deserializer(type) : null;
            }
        };
    }

    private static final class Serializer extends StdSerializer<Optional<?>> {

        private static final long serialVersionUID = 1;

        private final JavaType content;

        Serializer(JavaType type) {
            super(type);
            this.content = type.containedTypeOrUnknown(0);
        }

        @Override
        public void serialize(Optional<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            if (value.isPresent()) {
                provider.findValueSerializer(content, null).serialize(value.get(), json, provider);
            }
            json.writeEndArray();
        }
    }

    private static final class Deserializer extends StdDeserializer<Optional<?>> {

        private static final long serialVersionUID = 1;

        private final JavaType content;

        Deserializer(JavaType type) {
            super(type);
            this.content = type.containedTypeOrUnknown(0);
        }

        @Override
        public Optional<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.START_ARRAY)) {
                return context.reportInputMismatch(this, "not an array");
            }
            if (json.nextToken() == JsonToken.END_ARRAY) {
                return Optional.empty();
            }
            Optional<?> value = Optional.of(
                    context.findContextualValueDeserializer(content, null).deserialize(json, context));
            return json.nextToken() == JsonToken.END_ARRAY
                    ? value
                    : context.<Optional<?>>reportInputMismatch(this, "more than one element");
        }
    }
}
