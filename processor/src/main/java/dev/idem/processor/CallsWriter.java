package dev.idem.processor;

import java.util.List;
import java.util.NavigableMap;
import javax.annotation.processing.Generated;

/** Writes the class for one type. */
final class CallsWriter {

    private static final List<String> WARNINGS = List.of("auxiliaryclass", "deprecation", "removal");

    private CallsWriter() {}

    /**
     * The text of the whole file.
     *
     * @param foreign the members of types from other artifacts
     * @param markGenerated whether the code can see the annotation {@code @Generated}
     */
    static String write(GuardedType type, NavigableMap<String, List<String>> foreign, boolean markGenerated) {
        CodeWriter code = new CodeWriter();
        code.add(
                "/**\n * The guarded methods of {@code $}.\n */\n",
                type.origin().getQualifiedName());
        if (markGenerated) {
            code.line("@$($)", Generated.class, StringLiteral.of(IdempotentCallProcessor.class.getName()));
        }
        // What the user deprecates is the user's to write about; this code only follows.
        SuppressedWarnings.write(WARNINGS.stream(), code);
        code.begin("public final class $ implements $", type.generated(), RuntimeNames.IDEMPOTENT_CALLS);
        NameConstants names = NameConstants.of(type);
        LookupTypes lookups = LookupTypes.of(type);
        constants(type, names, lookups, code);
        code.member().begin("public $()", type.generated()).end();
        operations(type.methods(), code);
        if (!foreign.isEmpty()) {
            ForeignMethod.write(foreign, code);
        }
        type.methods().forEach(method -> methods(method, names, code));
        type.replays().forEach(replay -> ReplayMembers.methods(replay, code));
        type.writtenTypes().forEach(written -> writer(written, names, code));
        type.methods().stream().filter(lookups::include).forEach(method -> LookupMethods.write(method, code));
        lookups.reachedFrom(type.methods()).forEach(reached -> LookupTypeMethods.write(reached, code));
        return code.end().file(type.generated().packageName());
    }

    /** They are initialised in this order: operations name the exceptions. */
    private static void constants(GuardedType type, NameConstants names, LookupTypes lookups, CodeWriter code) {
        type.replays().forEach(replay -> ReplayMembers.constant(replay, type.generated(), code));
        type.methods()
                .forEach(method -> OperationConstant.write(method, lookups.include(method), type.generated(), code));
        names.write(code);
        type.encoders().forEach(encoder -> encoder(encoder, code));
    }

    private static void encoder(EncoderConstant encoder, CodeWriter code) {
        code.member().line("private static final $ $ = new $();", encoder.type(), encoder.name(), encoder.type());
    }

    private static void operations(List<GuardedMethod> methods, CodeWriter code) {
        List<String> constants =
                methods.stream().map(method -> method.names().constant()).toList();
        code.member().line("@$", Override.class);
        code.begin("public $<$> operations()", List.class, RuntimeNames.OPERATION);
        code.line("return $.of($);", List.class, String.join(", ", constants));
        code.end();
    }

    private static void methods(GuardedMethod method, NameConstants names, CodeWriter code) {
        ContentMethod.content(method, names, code);
        method.unless().ifPresent(bypass -> ContentMethod.unless(bypass, code));
        method.clientKey().ifPresent(key -> ContentMethod.clientKey(key, code));
        method.recordIf().ifPresent(recordIf -> RecordIfMethod.write(recordIf, code));
        method.savings().forEach(savings -> SavingsMethod.write(savings, code));
    }

    private static void writer(WrittenType type, NameConstants names, CodeWriter code) {
        if (type instanceof SealedType sealedType) {
            SealedMethod.write(sealedType, code);
        } else {
            ValueMethod.write((ValueType) type, names, code);
        }
    }
}
