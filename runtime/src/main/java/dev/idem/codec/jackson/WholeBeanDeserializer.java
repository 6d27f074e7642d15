package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.BeanDeserializer;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import java.io.IOException;

/**
 * Reads an object that has each member of its type, and no other. Jackson itself asks that of records, but leaves the
 * missing fields of a class as they are, and takes other tokens than an object for some types. Of an object whose first
 * member is its {@code @type} it reads the rest.
 */
final class WholeBeanDeserializer extends BeanDeserializer {

    private static final long serialVersionUID = 1;

    WholeBeanDeserializer(BeanDeserializer original) {
        super(original);
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
        boolean isRest = json.hasToken(JsonToken.FIELD_NAME) || json.hasToken(JsonToken.END_OBJECT);
        if (!isRest && !json.hasToken(JsonToken.START_OBJECT)) {
            return context.reportInputMismatch(this, "not an object");
        }
        if (handledType().isRecord()) {
            return super.deserialize(json, context);
        }
        return fields(json, context);
    }

    /** Duplicate members are refused by the parser, so counting them suffices. */
    private Object fields(JsonParser json, DeserializationContext context) throws IOException {
        Object bean = _valueInstantiator.createUsingDefault(context);
        int members = 0;
        String first = json.hasToken(JsonToken.START_OBJECT) ? json.nextFieldName() : json.currentName();
        for (String name = first; name != null; name = json.nextFieldName()) {
            json.nextToken();
            field(name, bean, json, context);
            members++;
        }
        if (members != _beanProperties.size()) {
            context.reportInputMismatch(this, "a field is missing");
        }
        return bean;
    }

    private void field(String name, Object bean, JsonParser json, DeserializationContext context) throws IOException {
        SettableBeanProperty property = _beanProperties.find(name);
        if (property == null) {
            handleUnknownProperty(json, context, bean, name);
            return;
        }
        try {
            property.deserializeAndSet(json, context, bean);
        } catch (IOException | RuntimeException e) {
            wrapAndThrow(e, bean, name, context);
        }
    }
}
