package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes all lists, sets and maps that are read unmodifiable. */
final class UnmodifiableCollections extends SimpleModule {

    private static final long serialVersionUID = 1;

    UnmodifiableCollections() {
        super("idem-unmodifiable");
        setDeserializerModifier(new Modifier());
    }

    private static Object unmodifiable(Object value) {
        if (value instanceof List<?> list) {
            return Collections.unmodifiableList(list);
        }
        if (value instanceof Set<?> set) {
            return Collections.unmodifiableSet(set);
        }
        return value instanceof Map<?, ?> map ? Collections.unmodifiableMap(map) : value;
    }

    private static final class Modifier extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return new Reader(deserializer);
        }

        @Override
        public JsonDeserializer<?> modifyMapDeserializer(
                DeserializationConfig config,
                MapType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return new Reader(deserializer);
        }
    }

    private static final class Reader extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        Reader(JsonDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
            return new Reader(deserializer);
        }

        @Override
        public @Nullable Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Object value = super.deserialize(json, context);
            return value == null ? null : unmodifiable(value);
        }
    }
}
