package dev.idem.codec.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializer;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.LinkedHashSet;
import java.util.Set;

/** The forms in which our JSON differs from Jackson's own. */
final class ExactModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    ExactModule() {
        super("idem");
        TextForm.ALL.forEach(this::add);
        addKeySerializer(String.class, new WellFormedKeys());
        addDeserializer(Void.class, new NothingDeserializer());
        addAbstractTypeMapping(Set.class, LinkedHashSet.class);
        setSerializerModifier(new ExactBeans());
        setDeserializerModifier(new WholeBeans());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(OptionalForm.serializers());
        context.addDeserializers(OptionalForm.deserializers());
    }

    private <T> void add(TextForm<T> form) {
        addSerializer(form.type(), form.serializer());
        addDeserializer(form.type(), form.deserializer());
    }

    private static final class ExactBeans extends BeanSerializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription description, JsonSerializer<?> serializer) {
            JsonSerializer<?> exact =
                    serializer instanceof BeanSerializer bean ? new ExactBeanSerializer(bean) : serializer;
            return isSealed(description) ? new SealedSerializer(description.getType(), exact) : exact;
        }
    }

    private static final class WholeBeans extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
            JsonDeserializer<?> whole =
                    deserializer instanceof BeanDeserializer bean ? new WholeBeanDeserializer(bean) : deserializer;
            return isSealed(description) ? new SealedDeserializer(description.getType(), whole) : whole;
        }
    }

    /** Enums whose constants have bodies are sealed too, but enums; and a type with a text, such as JDK 25's ZoneId. */
    private static boolean isSealed(BeanDescription description) {
        Class<?> type = description.getBeanClass();
        return type.isSealed() && !type.isEnum() && !TextForm.isOf(type);
    }
}
