package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanSerializer;
import java.io.IOException;

/** Writes an object of exactly the declared class: of a subclass, the class and its fields would be lost. */
final class ExactBeanSerializer extends BeanSerializer {

    private static final long serialVersionUID = 1;

    ExactBeanSerializer(BeanSerializer original) {
        super(original);
    }

    @Override
    public void serialize(Object bean, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (bean.getClass() != handledType()) {
            provider.reportMappingProblem("a %s", bean.getClass().getName());
        }
        super.serialize(bean, json, provider);
    }
}
