package dev.idem.processor;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Finds what makes the key of a method: its paths, or else its parameters, or one of them alone. */
final class ContentReader {

    private static final Content NOTHING = new Content.Members(List.of());

    private final CastType casts;
    private final PathReader paths;
    private final ShapeReader shapes;
    private final KeyNames names;
    private final WholeContentReader wholes;
    private final Problems problems;

    ContentReader(CastType casts, PathReader paths, ShapeReader shapes, KeyNames names, Problems problems) {
        this.casts = casts;
        this.paths = paths;
        this.shapes = shapes;
        this.names = names;
        this.wholes = new WholeContentReader(casts, shapes, problems);
        this.problems = problems;
    }

    /** The content; incomplete only if problems were added. */
    Content read(CallAnnotation annotation) {
        List<? extends VariableElement> parameters = annotation.method().getParameters();
        return IntStream.range(0, parameters.size())
                .filter(i -> WholeContentReader.isWholeContent(parameters.get(i)))
                .boxed()
                .findFirst()
                .map(i -> wholes.read(i, annotation).orElse(NOTHING))
                .orElseGet(() -> new Content.Members(members(annotation)));
    }

    private List<ContentPart> members(CallAnnotation annotation) {
        List<Setting> key = annotation.texts("key");
        List<ContentPart> parts = key.isEmpty() ? parameters(annotation) : paths(key, annotation);
        return parts.stream().sorted(Comparator.comparing(ContentPart::name)).toList();
    }

    private List<ContentPart> parameters(CallAnnotation annotation) {
        List<? extends VariableElement> parameters = annotation.method().getParameters();
        List<Integer> written = IntStream.range(0, parameters.size())
                .boxed()
                .filter(i -> !Annotations.has(parameters.get(i), RuntimeNames.KEY_IGNORE))
                .filter(i -> !ClientKeyReader.isClientKey(parameters.get(i)))
                .toList();
        if (written.isEmpty() && parameters.stream().noneMatch(ClientKeyReader::isClientKey)) {
            rejectEmpty(annotation, parameters.isEmpty());
        }
        names.checkParameters(annotation, written.stream().map(parameters::get).toList());
        return written.stream()
                .flatMap(i -> parameter(i, parameters.get(i), annotation).stream())
                .toList();
    }

    private Optional<ContentPart> parameter(int index, VariableElement parameter, CallAnnotation annotation) {
        TypeMirror type = annotation.keyType(parameter);
        String name = parameter.getSimpleName().toString();
        return shapes.read(
                        Optional.of(parameter).filter(EncoderReader::isEncoded),
                        type,
                        new KeyTrail(Place.of(parameter), name))
                .map(shape -> new ContentPart(
                        names.ofParameter(parameter), Argument.of(index, parameter, type, casts), List.of(), shape));
    }

    private void rejectEmpty(CallAnnotation annotation, boolean withoutParameters) {
        problems.add(
                ProblemCode.NO_KEY,
                annotation.place(),
                TypeText.of(annotation.method()),
                withoutParameters ? "it has no parameters" : "all its parameters are annotated @KeyIgnore",
                withoutParameters
                        ? "Add a parameter that tells them apart"
                        : "Remove @KeyIgnore from those that tell them apart");
    }

    private List<ContentPart> paths(List<Setting> key, CallAnnotation annotation) {
        Set<String> named = new HashSet<>();
        return key.stream()
                .filter(setting -> isOnlyOne(setting, named, annotation.method()))
                .flatMap(setting -> path(setting, annotation).stream())
                .toList();
    }

    private boolean isOnlyOne(Setting setting, Set<String> named, ExecutableElement method) {
        boolean only = named.add(setting.text());
        if (!only) {
            problems.add(ProblemCode.DUPLICATE_PATH, setting.place(), setting.text(), TypeText.of(method));
        }
        return only;
    }

    private Optional<ContentPart> path(Setting setting, CallAnnotation annotation) {
        ExecutableElement method = annotation.method();
        Optional<PropertyPath> path = paths.read(setting, method, annotation::keyType);
        Optional<String> ignored = path.flatMap(PropertyPath::ignored);
        if (ignored.isPresent()) {
            problems.add(ProblemCode.IGNORED_PATH, setting.place(), setting.text(), TypeText.of(method), ignored.get());
            return Optional.empty();
        }
        if (path.isPresent() && isClientKey(path.get(), method)) {
            rejectClientKey(setting, path.get(), method);
            return Optional.empty();
        }
        return path.flatMap(resolved -> part(setting, resolved));
    }

    private static boolean isClientKey(PropertyPath path, ExecutableElement method) {
        return ClientKeyReader.isClientKey(
                method.getParameters().get(path.argument().index()));
    }

    private void rejectClientKey(Setting setting, PropertyPath path, ExecutableElement method) {
        problems.add(
                ProblemCode.BAD_CLIENT_KEY,
                setting.place(),
                path.argument().name(),
                TypeText.of(method),
                "is named by key '" + setting.text() + "' too: key tells what else is compared",
                "Remove the path");
    }

    private Optional<ContentPart> part(Setting setting, PropertyPath path) {
        List<Step> steps = path.steps().stream().map(Step::of).toList();
        return shapes.read(path.encoded(), path.type(), new KeyTrail(setting.place(), setting.text()))
                .map(shape -> new ContentPart(setting.text(), path.argument(), steps, shape));
    }
}
