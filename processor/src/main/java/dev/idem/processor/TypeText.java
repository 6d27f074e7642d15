package dev.idem.processor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Types and methods as messages show them: simple names, without annotations. */
final class TypeText extends SimpleTypeVisitor14<String, Void> {

    private TypeText() {}

    static String of(TypeMirror type) {
        return type.accept(new TypeText(), null);
    }

    /** {@code Payments.charge(Order, int)}. */
    static String of(ExecutableElement method) {
        return TypeFacts.owner(method).getSimpleName() + "." + method.getSimpleName()
                + method.getParameters().stream()
                        .map(parameter -> of(parameter.asType()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    protected String defaultAction(TypeMirror type, Void unused) {
        return type.toString();
    }

    @Override
    public String visitPrimitive(PrimitiveType type, Void unused) {
        return type.getKind().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visitDeclared(DeclaredType type, Void unused) {
        String name = type.asElement().getSimpleName().toString();
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return arguments.isEmpty()
                ? name
                : arguments.stream().map(TypeText::of).collect(Collectors.joining(", ", name + "<", ">"));
    }

    @Override
    public String visitArray(ArrayType type, Void unused) {
        return of(type.getComponentType()) + "[]";
    }

    @Override
    public String visitTypeVariable(TypeVariable type, Void unused) {
        return type.asElement().getSimpleName().toString();
    }

    @Override
    public String visitWildcard(WildcardType type, Void unused) {
        if (type.getExtendsBound() != null) {
            return "? extends " + of(type.getExtendsBound());
        }
        return type.getSuperBound() != null ? "? super " + of(type.getSuperBound()) : "?";
    }
}
