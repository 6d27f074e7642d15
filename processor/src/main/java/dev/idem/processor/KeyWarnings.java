package dev.idem.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Warns of what has a stable value but is seldom meant to be in a key. */
final class KeyWarnings {

    private final Tools tools;
    private final Accessors accessors;
    private final Problems problems;
    private final Map<String, List<StateField>> writtenFields = new HashMap<>();

    KeyWarnings(Tools tools, Accessors accessors, Problems problems) {
        this.tools = tools;
        this.accessors = accessors;
        this.problems = problems;
    }

    /** Looks at all that is written of a call, except what the user's own code writes. */
    void check(CallAnnotation annotation, Content content) {
        if (content instanceof Content.Members members) {
            members.parts().stream()
                    .filter(part -> !(part.shape() instanceof Shape.Encoded))
                    .forEach(part -> check(annotation, part));
        } else if (content instanceof Content.Whole whole) {
            Suspect suspect = Suspect.parameter(parameter(annotation, whole.argument()));
            new Walk(suspect.origin()).visit(suspect);
        }
    }

    private static VariableElement parameter(CallAnnotation annotation, Argument argument) {
        return annotation.method().getParameters().get(argument.index());
    }

    private void check(CallAnnotation annotation, ContentPart part) {
        VariableElement parameter = parameter(annotation, part.argument());
        Suspect start = suspect(annotation, part, parameter).at(parameter, annotation.keyType(parameter));
        Suspect end = start;
        for (Step step : part.steps()) {
            end = follow(end, step);
        }
        new Walk(start.origin()).visit(end.withoutOptional());
    }

    private static Suspect suspect(CallAnnotation annotation, ContentPart part, VariableElement parameter) {
        return annotation.texts("key").stream()
                .filter(setting -> setting.text().equals(part.name()))
                .findFirst()
                .map(setting -> Suspect.named(parameter, new KeyTrail(setting.place(), setting.text())))
                .orElseGet(() -> Suspect.parameter(parameter));
    }

    /** The steps of a path were found before, so they are found again. */
    private Suspect follow(Suspect suspect, Step step) {
        if (!(suspect.type() instanceof DeclaredType owner)) {
            return suspect;
        }
        Element member = field(owner, step.property()).orElse(suspect.element());
        return accessors
                .find(owner, step.property())
                .map(accessor -> suspect.at(member, accessor.type()))
                .orElse(suspect);
    }

    private Optional<Element> field(DeclaredType owner, String name) {
        return StateField.of(owner, tools.types()).stream()
                .filter(field -> field.name().equals(name))
                .<Element>map(StateField::element)
                .findFirst();
    }

    /** The fields of a type that its form holds. */
    private List<StateField> writtenFields(DeclaredType type) {
        return StateField.of(type, tools.types()).stream()
                .filter(field -> field.isWritten() && !accessors.isIgnored(type, field.name()))
                .filter(field -> accessors
                        .annotated(type, field.name(), RuntimeNames.KEY_ENCODED_BY)
                        .isEmpty())
                .toList();
    }

    /** The way through the types of one part; each type is entered once. */
    private final class Walk {

        private final Element origin;
        private final Set<String> entered = new HashSet<>();

        Walk(Element origin) {
            this.origin = origin;
        }

        void visit(Suspect suspect) {
            if (suspect.isEncoded()) {
                return;
            }
            for (KeySuspicion suspicion : KeySuspicion.values()) {
                if (suspicion.concerns(suspect)) {
                    warn(suspicion.code(), suspect);
                }
            }
            suspect.contents().forEach(this::visit);
            suspect.structures(tools).forEach(type -> enter(type, suspect));
        }

        private void enter(DeclaredType type, Suspect suspect) {
            if (entered.add(type.toString())) {
                writtenFields
                        .computeIfAbsent(type.toString(), name -> writtenFields(type))
                        .forEach(field -> visit(suspect.member(field)));
            }
        }

        private void warn(ProblemCode code, Suspect suspect) {
            if (!Suppressions.accept(code, suspect.element()) && !Suppressions.accept(code, origin)) {
                report(code, suspect);
            }
        }
    }

    private void report(ProblemCode code, Suspect suspect) {
        TypeMirror type = suspect.type();
        problems.add(code, suspect.trail().place(), suspect.trail().path(), TypeText.of(type));
    }
}
