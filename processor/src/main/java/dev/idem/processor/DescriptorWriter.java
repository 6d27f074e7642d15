package dev.idem.processor;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** Writes the descriptor of a type: what other languages and {@link KeyDiff} need to know of its keys. */
final class DescriptorWriter {

    static final String DIRECTORY = "META-INF/idem/";

    /** How contents become keys; the label of the fingerprints. */
    private static final String ENCODING = "jcs-sha256";

    private DescriptorWriter() {}

    static void write(GuardedType type, Filer filer) throws IOException {
        String name = DIRECTORY + type.origin().getQualifiedName() + ".json";
        try (Writer file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, type.origin())
                .openWriter()) {
            file.write(text(type));
        }
    }

    private static String text(GuardedType type) {
        Map<String, Object> operations = new TreeMap<>();
        type.methods().forEach(method -> operations.put(method.operation(), operation(method)));
        Map<String, Object> types = new TreeMap<>();
        type.writtenTypes().forEach(written -> types.put(Form.typeName(written.writer()), written(written)));
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("encoding", ENCODING);
        descriptor.put("type", type.origin().getQualifiedName());
        descriptor.put("operations", operations);
        descriptor.put("types", types);
        return JsonText.of(descriptor);
    }

    private static Map<String, Object> operation(GuardedMethod method) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("method", method.name());
        operation.put(
                "parameters",
                method.parameters().stream().map(DescriptorWriter::parameter).toList());
        operation.put("key", method.clientKey().isPresent() ? "client" : "content");
        method.each()
                .ifPresent(each -> operation.put(
                        "each", method.parameters().get(each.items()).name()));
        operation.put("content", content(method.content()));
        operation.put("result", text(method.result()));
        operation.put("policies", policies(method.policy()));
        return operation;
    }

    private static Map<String, String> parameter(Parameter parameter) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("name", parameter.name());
        members.put("type", parameter.type().toString());
        return members;
    }

    private static Object content(Content content) {
        return content instanceof Content.Members members
                ? content(members.parts())
                : ((Content.Whole) content)
                        .writer()
                        .map(Form::object)
                        .orElse(Form.RAW)
                        .toString();
    }

    /** A part at the end of a path is absent where a value on the way is null. */
    private static Map<String, String> content(List<ContentPart> parts) {
        Map<String, String> content = new TreeMap<>();
        for (ContentPart part : parts) {
            Form form = Form.of(part.shape());
            boolean optional = form.optional() || !part.steps().isEmpty();
            content.put(part.name(), new Form(form.kind(), form.arguments(), optional).toString());
        }
        return content;
    }

    private static Object written(WrittenType type) {
        return type instanceof SealedType sealedType ? alternatives(sealedType) : members((ValueType) type);
    }

    private static List<String> alternatives(SealedType type) {
        return Stream.concat(type.subtypes().stream().map(SealedType.Subtype::writer), type.own().stream())
                .map(Form::typeName)
                .sorted()
                .toList();
    }

    private static Map<String, String> members(ValueType type) {
        Map<String, String> members = new TreeMap<>();
        type.members().forEach(member -> members.put(member.name(), form(member)));
        return members;
    }

    private static String form(ValueType.Member member) {
        return member instanceof ValueType.Property property
                ? Form.of(property.shape()).toString()
                : Form.constant(((ValueType.Constant) member).text()).toString();
    }

    private static String text(StoredType type) {
        return type.arguments().isEmpty()
                ? type.raw().toString()
                : type.arguments().stream()
                        .map(DescriptorWriter::text)
                        .collect(Collectors.joining(", ", type.raw() + "<", ">"));
    }

    private static Map<String, String> policies(Policy policy) {
        Map<String, String> policies = new LinkedHashMap<>();
        policy.ttl().map(Duration::toString).ifPresent(ttl -> policies.put("ttl", ttl));
        policy.lockWait().map(Duration::toString).ifPresent(wait -> policies.put("lockWait", wait));
        policy.lease().map(Duration::toString).ifPresent(lease -> policies.put("lease", lease));
        policy.onStoreFailure().ifPresent(choice -> policies.put("onStoreFailure", choice));
        policy.onOwnerCrash().ifPresent(choice -> policies.put("onOwnerCrash", choice));
        policy.store().ifPresent(store -> policies.put("store", store));
        return policies;
    }
}
