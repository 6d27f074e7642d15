package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds how values of a type are written, or reports why the type has no stable value. */
final class ShapeReader {

    private static final Optional<Shape> BYTES = Optional.of(new Shape.Scalar(false, Scalars.BYTES));
    private static final Optional<Shape> CONSTANT = Optional.of(new Shape.Scalar(false, Scalars.ENUM));

    private final Tools tools;
    private final Visibility visibility;
    private final ValueTypeReader valueTypes;
    private final Problems problems;

    ShapeReader(Tools tools, Visibility visibility, ValueTypeReader valueTypes, Problems problems) {
        this.tools = tools;
        this.visibility = visibility;
        this.valueTypes = valueTypes;
        this.problems = problems;
    }

    Optional<Shape> read(TypeMirror type, KeyTrail trail) {
        if (type.getKind().isPrimitive()) {
            return Optional.of(new Shape.Scalar(true, Scalars.form(TypeText.of(type))));
        }
        return switch (type.getKind()) {
            case ERROR -> throw new UnresolvedTypeException(TypeText.of(type));
            case ARRAY -> array((ArrayType) type, trail);
            case DECLARED -> declared((DeclaredType) type, trail);
            default -> unstable(type, trail, UnstableShape.UNKNOWN);
        };
    }

    private Optional<Shape> array(ArrayType type, KeyTrail trail) {
        return switch (type.getComponentType().getKind()) {
            case BYTE -> BYTES;
            case CHAR -> unstable(type, trail, UnstableShape.CHARACTERS);
            default -> read(type.getComponentType(), trail.element()).map(Shape.Sequence::new);
        };
    }

    private Optional<Shape> declared(DeclaredType type, KeyTrail trail) {
        String name = Supertypes.name(type);
        if (Scalars.include(name)) {
            return Optional.of(new Shape.Scalar(false, Scalars.form(name)));
        }
        if (TypeFacts.isRaw(type)) {
            return unstable(type, trail, UnstableShape.RAW);
        }
        if (TypeFacts.isEndless(type)) {
            return unstable(type, trail, UnstableShape.ENDLESS);
        }
        return generic(type, name, trail);
    }

    private Optional<Shape> generic(DeclaredType type, String name, KeyTrail trail) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return switch (name) {
            case "java.util.List" -> read(arguments.get(0), trail.element()).map(Shape.Sequence::new);
            case "java.util.Set" -> read(arguments.get(0), trail.element()).map(Shape.Distinct::new);
            case "java.util.Map" -> map(type, trail);
            default -> {
                Optional<OptionalKind> kind = OptionalKind.of(name);
                yield kind.isPresent() ? optional(kind.get(), type, trail) : other(type, trail);
            }
        };
    }

    private Optional<Shape> map(DeclaredType type, KeyTrail trail) {
        TypeMirror keyType = type.getTypeArguments().get(0);
        Optional<KeyText> key = keyText(keyType);
        if (key.isEmpty()) {
            return unstable(type, trail, UnstableShape.MAP_KEY);
        }
        if (!visibility.sees(keyType)) {
            return invisible(keyType, trail);
        }
        return read(type.getTypeArguments().get(1), trail.element())
                .map(value -> new Shape.Mapping(key.get(), keyForm(key.get(), keyType), value));
    }

    private static Optional<KeyText> keyText(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException(TypeText.of(type));
        }
        return type instanceof DeclaredType declared ? KeyText.of(declared) : Optional.empty();
    }

    private static String keyForm(KeyText key, TypeMirror type) {
        return key == KeyText.NAME ? Scalars.ENUM : Scalars.form(Supertypes.name((DeclaredType) type));
    }

    private Optional<Shape> optional(OptionalKind kind, DeclaredType type, KeyTrail trail) {
        if (kind != OptionalKind.ANY) {
            return Optional.of(new Shape.Maybe(kind, new Shape.Scalar(true, kind.form())));
        }
        TypeMirror content = type.getTypeArguments().get(0);
        if (isOptional(content)) {
            return unstable(type, trail, UnstableShape.NESTED_OPTIONAL);
        }
        return read(content, trail).map(shape -> new Shape.Maybe(kind, shape));
    }

    private static boolean isOptional(TypeMirror type) {
        return type instanceof DeclaredType declared
                && OptionalKind.of(Supertypes.name(declared)).isPresent();
    }

    private Optional<Shape> other(DeclaredType type, KeyTrail trail) {
        Optional<UnstableFamily> family = UnstableFamily.of(type, tools.types());
        if (family.isPresent()) {
            return unstable(type, trail, family.get().reason(), family.get().remedy());
        }
        if (!visibility.sees(type)) {
            return invisible(type, trail);
        }
        TypeElement element = Supertypes.element(type);
        return element.getKind() == ElementKind.ENUM ? CONSTANT : structure(type, element, trail);
    }

    private Optional<Shape> structure(DeclaredType type, TypeElement element, KeyTrail trail) {
        Optional<UnstableShape> objection = objection(type, element);
        if (objection.isPresent()) {
            return unstable(type, trail, objection.get());
        }
        return Optional.of(new Shape.Structure(valueTypes.writerOf(type, trail, this)));
    }

    private static Optional<UnstableShape> objection(DeclaredType type, TypeElement element) {
        if (TypeFacts.isFunction(element)) {
            return Optional.of(UnstableShape.FUNCTION);
        }
        if (Supertypes.name(type).equals("java.lang.Object")) {
            return Optional.of(UnstableShape.UNKNOWN);
        }
        if (element.getModifiers().contains(Modifier.SEALED)) {
            return Optional.of(UnstableShape.SEALED);
        }
        if (element.getKind().isInterface()) {
            return Optional.of(UnstableShape.INTERFACE);
        }
        if (Annotations.hasSimpleName(element, "Entity")) {
            return Optional.of(UnstableShape.ENTITY);
        }
        if (TypeFacts.isOfJdk(type)) {
            return Optional.of(UnstableShape.FOREIGN);
        }
        if (element.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of(UnstableShape.ABSTRACT);
        }
        if (TypeFacts.isInner(element)) {
            return Optional.of(UnstableShape.INNER);
        }
        return TypeFacts.isOpen(type) ? Optional.of(UnstableShape.UNKNOWN) : Optional.empty();
    }

    private Optional<Shape> invisible(TypeMirror type, KeyTrail trail) {
        problems.add(
                ProblemCode.INVISIBLE_TYPE, trail.place(), trail.path(), TypeText.of(type), visibility.packageName());
        return Optional.empty();
    }

    private Optional<Shape> unstable(TypeMirror type, KeyTrail trail, UnstableShape shape) {
        return unstable(type, trail, shape.reason(), shape.remedy());
    }

    private Optional<Shape> unstable(TypeMirror type, KeyTrail trail, String reason, String remedy) {
        problems.add(ProblemCode.UNSTABLE_KEY, trail.place(), trail.path(), TypeText.of(type), reason, remedy);
        return Optional.empty();
    }
}
