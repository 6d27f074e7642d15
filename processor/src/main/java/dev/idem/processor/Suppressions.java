package dev.idem.processor;

import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The warnings that users accept with {@code @SuppressWarnings}. */
final class Suppressions {

    private static final String ANNOTATION = SuppressWarnings.class.getCanonicalName();

    private Suppressions() {}

    /** Whether the element, or one around it, accepts the warning. */
    static boolean accept(ProblemCode code, @Nullable Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (names(around, code.suppression())) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(Element element, String warning) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(ANNOTATION))
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .flatMap(value -> value.getValue() instanceof List<?> list ? list.stream() : List.of(value).stream())
                .anyMatch(value ->
                        value instanceof AnnotationValue text && text.getValue().equals(warning));
    }
}
