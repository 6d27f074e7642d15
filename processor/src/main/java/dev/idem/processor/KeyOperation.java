package dev.idem.processor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a descriptor, as far as its keys depend on it.
 *
 * @param encoding how contents become keys
 * @param key where the key comes from: the {@code content}, or the {@code client}
 * @param parameters the names of the parameters in order
 * @param content the members of the content
 * @param types the types in the content, by name
 */
record KeyOperation(
        String encoding, String key, List<String> parameters, Map<String, Form> content, Map<String, KeyType> types) {

    /** Stands for the name of a content that is one value without names. */
    private static final String WHOLE = "the content";

    /** The operations of one descriptor, by name. */
    static Map<String, KeyOperation> read(String descriptor) {
        Map<String, Object> root = JsonReader.read(descriptor);
        Map<String, KeyType> types = new TreeMap<>();
        object(root, "types").forEach((name, type) -> types.put(name, KeyType.of(type, name)));
        Map<String, KeyOperation> operations = new LinkedHashMap<>();
        object(root, "operations")
                .forEach((name, operation) ->
                        operations.put(name, of(text(root, "encoding"), asObject(operation, name), types)));
        return operations;
    }

    private static KeyOperation of(String encoding, Map<String, Object> operation, Map<String, KeyType> types) {
        Map<String, Form> content = operation.get("content") instanceof String whole
                ? Map.of(WHOLE, Form.parse(whole))
                : forms(object(operation, "content"));
        return new KeyOperation(encoding, text(operation, "key"), parameters(operation), content, types);
    }

    private static List<String> parameters(Map<String, Object> operation) {
        if (operation.get("parameters") instanceof List<?> parameters) {
            return parameters.stream()
                    .map(parameter -> text(asObject(parameter, "parameters"), "name"))
                    .toList();
        }
        throw new BadDescriptorException("\"parameters\" is missing or not an array");
    }

    /** The name that a member of the content has after its parameter was renamed; the same where it was not. */
    String renamed(String member, KeyOperation after) {
        int dot = member.indexOf('.');
        String rest = dot < 0 ? "" : member.substring(dot);
        int index = parameters.indexOf(member.substring(0, member.length() - rest.length()));
        return index < 0 || index >= after.parameters.size() ? member : after.parameters.get(index) + rest;
    }

    /** What an object is written as: one set of members, or for sealed types one for each {@code @type}. */
    Map<String, Map<String, Form>> variantsOf(Form object) {
        Map<String, Map<String, Form>> variants = new TreeMap<>();
        addVariants(object.type(), variants, new HashSet<>());
        return variants;
    }

    private void addVariants(String name, Map<String, Map<String, Form>> variants, Set<String> entered) {
        KeyType type = types.get(name);
        if (type == null) {
            throw new BadDescriptorException("the type '" + name + "' is missing");
        }
        if (!entered.add(name)) {
            return;
        }
        if (type.alternatives().isEmpty()) {
            variants.put(type.tag(), type.members());
        }
        type.alternatives().forEach(alternative -> addVariants(alternative, variants, entered));
    }

    static Map<String, Form> forms(Map<String, Object> members) {
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

    static Map<String, Object> asObject(@Nullable Object value, String name) {
        if (!(value instanceof Map<?, ?> object)) {
            throw new BadDescriptorException("\"" + name + "\" is missing or not an object");
        }
        Map<String, Object> members = new TreeMap<>();
        object.forEach((key, member) -> members.put(String.valueOf(key), member));
        return members;
    }
}
