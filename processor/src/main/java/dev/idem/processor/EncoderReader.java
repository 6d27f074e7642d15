package dev.idem.processor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads {@code @KeyEncodedBy}, and collects the encoders that one generated class uses. */
final class EncoderReader {

    private static final String ENCODER = RuntimeNames.KEY_ENCODER.canonicalName();

    private final Tools tools;
    private final Visibility visibility;
    private final CastType casts;
    private final UniqueNames names;
    private final Problems problems;
    private final Map<TypeName, EncoderConstant> found = new LinkedHashMap<>();

    EncoderReader(Tools tools, Visibility visibility, CastType casts, UniqueNames names, Problems problems) {
        this.tools = tools;
        this.visibility = visibility;
        this.casts = casts;
        this.names = names;
        this.problems = problems;
    }

    /** The encoders so far, in order of their names. */
    List<EncoderConstant> found() {
        return found.values().stream()
                .sorted(Comparator.comparing(EncoderConstant::name))
                .toList();
    }

    static boolean isEncoded(Element element) {
        return Annotations.has(element, RuntimeNames.KEY_ENCODED_BY);
    }

    /** The shape of values that the annotation on an element is about; empty only if problems were added. */
    Optional<Shape> read(Element annotated, TypeMirror type, KeyTrail trail) {
        DeclaredType encoder = encoder(annotated);
        Optional<Objection> objection = objection(encoder).or(() -> mismatch(encoder, type));
        if (objection.isPresent()) {
            Objection found = objection.get();
            reject(annotated, trail, TypeText.of(encoder), found.reason(), found.remedy());
            return Optional.empty();
        }
        EncoderConstant constant = constant(encoder);
        return Optional.of(new Shape.Encoded(
                constant.name(), constant.type().toString(), type.getKind().isPrimitive()));
    }

    /** A subtype is written with its name, beside which there is no room for what an encoder writes. */
    void rejectSubtype(TypeElement subtype, KeyTrail trail) {
        reject(
                subtype,
                trail,
                TypeText.of(encoder(subtype)),
                "is on a subtype of a sealed type, which is written with its name",
                "Put it on the sealed type");
    }

    private static DeclaredType encoder(Element annotated) {
        return (DeclaredType) Annotations.value(annotated, RuntimeNames.KEY_ENCODED_BY)
                .map(value -> TypeFacts.requireResolved((TypeMirror) value.getValue()))
                .orElseThrow();
    }

    private EncoderConstant constant(DeclaredType encoder) {
        TypeName name = TypeName.of(tools.types().erasure(encoder));
        EncoderConstant known = found.get(name);
        if (known == null) {
            String simple = encoder.asElement().getSimpleName().toString();
            known = new EncoderConstant(names.take(ConstantName.of(simple)), name);
            found.put(name, known);
        }
        return known;
    }

    private Optional<Objection> objection(DeclaredType encoder) {
        TypeElement element = Supertypes.element(encoder);
        boolean isClass = element.getKind() == ElementKind.CLASS || element.getKind() == ElementKind.RECORD;
        if (!isClass || element.getModifiers().contains(Modifier.ABSTRACT) || TypeFacts.isInner(element)) {
            return Optional.of(new Objection("names a type without instances of its own", "Name a static class"));
        }
        if (!visibility.sees(encoder) || constructors(element).noneMatch(this::isUsable)) {
            return Optional.of(new Objection(
                    "names a class that the generated class in package '" + visibility.packageName() + "' cannot make",
                    "Give it a public constructor without parameters and checked exceptions, and make it public"));
        }
        return Optional.empty();
    }

    private static java.util.stream.Stream<ExecutableElement> constructors(TypeElement element) {
        return ElementFilter.constructorsIn(element.getEnclosedElements()).stream();
    }

    private boolean isUsable(ExecutableElement constructor) {
        return constructor.getParameters().isEmpty()
                && constructor.getThrownTypes().isEmpty()
                && visibility.seesMember(constructor);
    }

    private Optional<Objection> mismatch(DeclaredType encoder, TypeMirror type) {
        TypeMirror value = type instanceof PrimitiveType primitive
                ? tools.types().boxedClass(primitive).asType()
                : casts.of(type);
        Optional<? extends TypeMirror> encoded = Supertypes.all(encoder, tools.types()).stream()
                .filter(supertype -> Supertypes.name(supertype).equals(ENCODER))
                .flatMap(supertype -> supertype.getTypeArguments().stream())
                .findFirst();
        if (encoded.isPresent() && tools.types().isSubtype(value, encoded.get())) {
            return Optional.empty();
        }
        return Optional.of(new Objection(
                "names an encoder of "
                        + encoded.map(argument -> TypeText.of(argument)).orElse("nothing known") + ", not of "
                        + TypeText.of(type),
                "Name an encoder of that type"));
    }

    private void reject(Element annotated, KeyTrail trail, String encoder, String reason, String remedy) {
        Place place = annotated.equals(trail.place().element())
                ? Annotations.place(annotated, RuntimeNames.KEY_ENCODED_BY)
                : trail.place();
        problems.add(ProblemCode.BAD_ENCODER, place, encoder, trail.path(), reason, remedy);
    }
}
