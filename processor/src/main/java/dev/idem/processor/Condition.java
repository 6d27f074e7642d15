package dev.idem.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import java.util.List;

/**
 * What is true or false of a value. Null on the way to it, or at its end, counts as false.
 *
 * @param steps how it is read from the value
 * @param primitive whether it is a {@code boolean}, not a {@code Boolean}
 */
record Condition(List<Step> steps, boolean primitive) {

    Condition {
        steps = List.copyOf(steps);
    }

    /**
     * The code that returns the answer.
     *
     * @param root the local variable that holds the value
     * @param locals the names that are taken
     */
    CodeBlock code(String root, NameAllocator locals) {
        CodeBlock.Builder code = CodeBlock.builder();
        String value = root;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            code.beginControlFlow("if ($L == null)", value)
                    .addStatement("return false")
                    .endControlFlow();
            String expression = value + "." + step.code();
            if (i == steps.size() - 1) {
                value = expression;
            } else {
                value = locals.newName(step.property());
                code.addStatement("var $L = $L", value, expression);
            }
        }
        return code.add(end(value)).build();
    }

    private CodeBlock end(String value) {
        return primitive
                ? CodeBlock.of("return $L;\n", value)
                : CodeBlock.of("return $T.TRUE.equals($L);\n", Boolean.class, value);
    }
}
