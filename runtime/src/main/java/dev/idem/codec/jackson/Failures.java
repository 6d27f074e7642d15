package dev.idem.codec.jackson;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import java.util.List;
import java.util.Map;

/**
 * Failures as messages that name the declared type and the place, and never the value. Jackson's own exceptions quote
 * values, and so do the constructors of records: neither is kept as a cause, since logs print causes.
 */
final class Failures {

    private Failures() {}

    static ResultCodecException writing(ResultType type, Exception failure) {
        return new ResultCodecException(
                "A result of type " + type + " cannot be written" + place(failure)
                        + ". Each value must be exactly of its declared class, and none may hold itself.",
                null);
    }

    static ResultCodecException reading(ResultType type, Exception failure) {
        return unreadable(type, place(failure));
    }

    static ResultCodecException readingNull(ResultType type) {
        return unreadable(type, " (null)");
    }

    private static ResultCodecException unreadable(ResultType type, String place) {
        return new ResultCodecException(
                "The recorded bytes are not a value of type " + type + place
                        + ". Another version of the type, or another application of the same name, wrote them.",
                null);
    }

    private static String place(Exception failure) {
        String path = failure instanceof JsonMappingException mapping ? path(mapping) : "";
        return " (" + (path.isEmpty() ? "" : "at " + path + ", ")
                + failure.getClass().getSimpleName() + ")";
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        List<JsonMappingException.Reference> references = failure.getPath();
        // The name of an unknown member belongs to the value.
        int known = failure instanceof UnrecognizedPropertyException ? references.size() - 1 : references.size();
        references.subList(0, Math.max(known, 0)).forEach(reference -> append(path, reference));
        return path.toString();
    }

    private static void append(StringBuilder path, JsonMappingException.Reference reference) {
        if (reference.getFieldName() == null) {
            path.append('[').append(Math.max(reference.getIndex(), 0)).append(']');
        } else if (isMap(reference.getFrom())) {
            path.append("[key]");
        } else {
            path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
        }
    }

    private static boolean isMap(Object from) {
        return from instanceof Map || (from instanceof Class<?> type && Map.class.isAssignableFrom(type));
    }
}
