package dev.idem.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
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
    private final KeyNames keyNames;
    private final ValueTypeReader values;
    private final SealedReader sealedTypes;
    private final WrittenTypes written;
    private final EncoderReader encoders;
    private final Problems problems;
    private final Set<Element> nameable = new HashSet<>();

    ShapeReader(
            Tools tools,
            Visibility visibility,
            Accessors accessors,
            KeyNames keyNames,
            WrittenTypes written,
            EncoderReader encoders,
            Problems problems) {
        this.tools = tools;
        this.visibility = visibility;
        this.keyNames = keyNames;
        this.values = new ValueTypeReader(tools, accessors, keyNames, problems);
        this.sealedTypes = new SealedReader(tools, keyNames, problems);
        this.written = written;
        this.encoders = encoders;
        this.problems = problems;
    }

    /** The shape of the value of a parameter or property that may be annotated {@code @KeyEncodedBy}. */
    Optional<Shape> read(Optional<? extends Element> encoded, TypeMirror type, KeyTrail trail) {
        return encoded.isPresent()
                ? encoders.read(encoded.get(), TypeFacts.requireResolved(type), trail)
                : read(type, trail);
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
        if (EncoderReader.isEncoded(type.asElement())) {
            return encoders.read(type.asElement(), type, trail);
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
        if (!isNameable(type, trail)) {
            return Optional.empty();
        }
        return Supertypes.element(type).getKind() == ElementKind.ENUM
                ? CONSTANT
                : writer(type, trail).map(Shape.Structure::new);
    }

    private boolean isNameable(DeclaredType type, KeyTrail trail) {
        if (nameable.contains(type.asElement())) {
            return true;
        }
        Optional<UnstableFamily> family = UnstableFamily.of(type, tools.types());
        if (family.isPresent()) {
            unstable(type, trail, family.get().reason(), family.get().remedy());
        } else if (!visibility.sees(type)) {
            invisible(type, trail);
        } else {
            return nameable.add(type.asElement());
        }
        return false;
    }

    private Optional<String> writer(DeclaredType type, KeyTrail trail) {
        Optional<UnstableShape> objection = UnstableShape.of(type);
        if (objection.isPresent()) {
            unstable(type, trail, objection.get());
            return Optional.empty();
        }
        boolean isSealed = Subtypes.isSealed(Supertypes.element(type));
        return Optional.of(written.writerOf(
                type,
                /* tagged= */ false,
                name -> isSealed
                        ? sealedTypes.read(type, name, trail, this)
                        : values.read(type, name, Optional.empty(), trail, this)));
    }

    /** The method that writes a subtype of a sealed type, with its name; empty only if problems were added. */
    Optional<String> subtypeWriter(DeclaredType type, KeyTrail trail) {
        if (!isNameable(type, trail)) {
            return Optional.empty();
        }
        TypeElement element = Supertypes.element(type);
        if (EncoderReader.isEncoded(element)) {
            encoders.rejectSubtype(element, trail);
            return Optional.empty();
        }
        if (element.getKind() == ElementKind.ENUM) {
            return Optional.of(written.writerOf(
                    type,
                    /* tagged= */ true,
                    name -> values.constants(type, name, keyNames.ofSubtype(element, trail))));
        }
        if (element.getModifiers().contains(Modifier.NON_SEALED)) {
            unstable(type, trail, UnstableShape.NON_SEALED);
            return Optional.empty();
        }
        return Subtypes.isSealed(element) ? writer(type, trail) : taggedWriter(type, trail);
    }

    /** The method that writes a class by its own members and with its name; empty only if problems were added. */
    Optional<String> taggedWriter(DeclaredType type, KeyTrail trail) {
        Optional<UnstableShape> objection = UnstableShape.of(type);
        if (objection.isPresent()) {
            unstable(type, trail, objection.get());
            return Optional.empty();
        }
        Optional<String> tag = Optional.of(keyNames.ofSubtype(Supertypes.element(type), trail));
        return Optional.of(
                written.writerOf(type, /* tagged= */ true, name -> values.read(type, name, tag, trail, this)));
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
