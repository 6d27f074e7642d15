package dev.idem.processor;

import java.util.List;

/** A way along properties in generated code that ends where there is null on it. */
final class Walk {

    private Walk() {}

    /**
     * Writes the statements that lead to the last step.
     *
     * @param root the local variable that holds the value it starts from
     * @param missing what is returned where there is null on the way
     * @param locals the names that are taken
     * @return the expression of the last step
     */
    static String write(List<Step> steps, String root, String missing, LocalNames locals, CodeWriter code) {
        String value = root;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            code.begin("if ($ == null)", value).line("return $;", missing).end();
            String expression = value + "." + step.code();
            if (i == steps.size() - 1) {
                value = expression;
            } else {
                value = locals.take(step.property());
                code.line("var $ = $;", value, expression);
            }
        }
        return value;
    }
}
