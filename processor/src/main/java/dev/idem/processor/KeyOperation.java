package dev.idem.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a descriptor, as far as its keys depend on it.
 *
 * @param encoding how contents become keys
 * @param content the members of the content
 * @param types the members of the types in the content
 */
record KeyOperation(String encoding, Map<String, Form> content, Map<String, Map<String, Form>> types) {

    /** The operations of one descriptor, by name. */
    static Map<String, KeyOperation> read(String descriptor) {
        Map<String, Object> root = JsonReader.read(descriptor);
        Map<String, Map<String, Form>> types = new TreeMap<>();
        object(root, "types").forEach((name, members) -> types.put(name, forms(asObject(members, name))));
        Map<String, KeyOperation> operations = new LinkedHashMap<>();
        object(root, "operations")
                .forEach((name, operation) -> operations.put(
                        name,
                        new KeyOperation(
                                text(root, "encoding"), forms(object(asObject(operation, name), "content")), types)));
        return operations;
    }

    /** The members of an object. */
    Map<String, Form> membersOf(Form object) {
        Map<String, Form> members = types.get(object.type());
        if (members == null) {
            throw new BadDescriptorException("the type '" + object.type() + "' is missing");
        }
        return members;
    }

    private static Map<String, Form> forms(Map<String, Object> members) {
        Map<String, Form> forms = new TreeMap<>();
        members.keySet().forEach(name -> forms.put(name, Form.parse(text(members, name))));
        return forms;
    }

    private static String text(Map<String, Object> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new BadDescriptorException("\"" + name + "\" is missing or not a text");
    }

    private static Map<String, Object> object(Map<String, Object> parent, String name) {
        return asObject(parent.get(name), name);
    }

    private static Map<String, Object> asObject(@Nullable Object value, String name) {
        if (!(value instanceof Map<?, ?> object)) {
            throw new BadDescriptorException("\"" + name + "\" is missing or not an object");
        }
        Map<String, Object> members = new TreeMap<>();
        object.forEach((key, member) -> members.put(String.valueOf(key), member));
        return members;
    }
}
