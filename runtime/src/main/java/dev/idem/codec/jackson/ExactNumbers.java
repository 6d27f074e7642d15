package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** A parser that refuses the numbers that Jackson's own would bend: 200 as a byte, or 1e999 as infinity. */
final class ExactNumbers extends JsonParserDelegate {

    ExactNumbers(JsonParser json) {
        super(json);
    }

    @Override
    public byte getByteValue() throws IOException {
        int value = getIntValue();
        if (value != (byte) value) {
            throw outOfRange(byte.class);
        }
        return (byte) value;
    }

    @Override
    public float getFloatValue() throws IOException {
        float value = super.getFloatValue();
        if (Float.isInfinite(value)) {
            throw outOfRange(float.class);
        }
        return value;
    }

    @Override
    public double getDoubleValue() throws IOException {
        double value = super.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw outOfRange(double.class);
        }
        return value;
    }

    private InputCoercionException outOfRange(Class<?> type) {
        return new InputCoercionException(this, "out of range", currentToken(), type);
    }
}
