package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Turns the annotated methods of one type into their models, or into problems. */
final class MethodReader {

    private final Tools tools;
    private final Problems problems;
    private final Visibility visibility;
    private final MethodRules rules;
    private final PolicyReader policies;
    private final WrittenTypes written;
    private final EncoderReader encoders;
    private final EachReader eaches;
    private final ContentReader contents;
    private final BypassReader bypasses;
    private final ClientKeyReader clientKeys;
    private final ResultReader results;
    private final RecordIfReader recordIfs;
    private final SavingsReader savings;
    private final ReplayReader replays;
    private final KeyWarnings warnings;

    MethodReader(Tools tools, Weaving weaving, TypeElement type, UniqueNames names, Problems problems) {
        this.tools = tools;
        this.problems = problems;
        this.visibility = new Visibility(tools.elements().getPackageOf(type), tools.elements());
        this.rules = new MethodRules(weaving, problems);
        this.policies = new PolicyReader(visibility, problems);
        CastType casts = new CastType(tools, visibility);
        Accessors accessors = new Accessors(tools, visibility);
        StepReader steps = new StepReader(visibility, accessors, problems);
        PathReader paths = new PathReader(casts, steps, problems);
        this.eaches = new EachReader(tools, paths, problems);
        this.written = new WrittenTypes(names);
        this.encoders = new EncoderReader(tools, visibility, casts, names, problems);
        KeyNames keyNames = new KeyNames(accessors, problems);
        ShapeReader shapes = new ShapeReader(tools, visibility, accessors, keyNames, written, encoders, problems);
        this.contents = new ContentReader(casts, paths, shapes, keyNames, problems);
        this.bypasses = new BypassReader(paths, problems);
        this.clientKeys = new ClientKeyReader(casts, problems);
        this.results = new ResultReader(tools, visibility, problems);
        ResultPathReader resultPaths = new ResultPathReader(steps, accessors, problems);
        this.recordIfs = new RecordIfReader(casts, resultPaths);
        this.savings = new SavingsReader(tools, casts, resultPaths, names);
        ReplayConstructors constructors = new ReplayConstructors(tools, visibility, accessors, casts);
        this.replays = new ReplayReader(tools, visibility, constructors, names, problems);
        this.warnings = new KeyWarnings(tools, accessors, problems);
    }

    /** The method's model; empty only if problems were added. */
    Optional<GuardedMethod> read(CallAnnotation annotation, MethodNames names) {
        if (!rules.allow(annotation) || !eaches.allow(annotation)) {
            return Optional.empty();
        }
        List<Parameter> parameters = annotation.method().getParameters().stream()
                .map(this::parameter)
                .toList();
        Policy policy = policies.read(annotation);
        Content content = contents.read(annotation);
        warnings.check(annotation, content);
        Optional<Bypass> unless = bypasses.read(annotation, names.suffix());
        Optional<ClientKey> clientKey = clientKeys.read(annotation, names.suffix());
        Optional<RecordIf> recordIf = recordIfs.read(annotation, names.suffix());
        List<Savings> amounts = savings.read(annotation, names.suffix());
        List<String> replay = replays.read(annotation);
        String name = annotation.method().getSimpleName().toString();
        return results.read(annotation)
                .map(result -> new GuardedMethod(
                        names,
                        annotation.operation(),
                        name,
                        parameters,
                        annotation.returned().shape(),
                        result,
                        new ImmutableTypes(tools).include(annotation.recordedType()),
                        policy,
                        content,
                        unless,
                        clientKey,
                        recordIf,
                        amounts,
                        replay,
                        annotation.isTrue("joinsTransaction"),
                        Each.of(annotation)));
    }

    /** The types that the methods read so far write with methods of their own. */
    List<WrittenType> writtenTypes() {
        return written.found();
    }

    /** The encoders that the methods read so far use. */
    List<EncoderConstant> encoders() {
        return encoders.found();
    }

    /** The exceptions that are outcomes of the methods read so far. */
    List<Replay> replays() {
        return replays.found();
    }

    private Parameter parameter(VariableElement parameter) {
        TypeMirror erased = tools.types().erasure(TypeFacts.requireResolved(parameter.asType()));
        if (!visibility.sees(erased)) {
            rejectInvisible(
                    parameter,
                    new KeyTrail(Place.of(parameter), parameter.getSimpleName().toString()));
        }
        return new Parameter(parameter.getSimpleName().toString(), TypeName.of(erased));
    }

    /** Reports what a key part of that type reports too, in the same words, so that it is said once. */
    private void rejectInvisible(VariableElement parameter, KeyTrail parameterTrail) {
        KeyTrail trail = parameterTrail;
        TypeMirror type = parameter.asType();
        while (type instanceof ArrayType array) {
            trail = trail.element();
            type = array.getComponentType();
        }
        problems.add(
                ProblemCode.INVISIBLE_TYPE, trail.place(), trail.path(), TypeText.of(type), visibility.packageName());
    }
}
