package dev.idem.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Generates {@code <Type>_IdempotentCalls} for each type with methods annotated {@code @IdempotentCall}.
 *
 * <p>A type with problems is read again in each round, by name, since another processor may yet generate what it lacks;
 * its problems are reported when no further round comes.
 */
public final class IdempotentCallProcessor extends AbstractProcessor {

    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> compiled = new HashSet<>();
    private boolean watching;

    public IdempotentCallProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(RuntimeNames.IDEMPOTENT_CALL.canonicalName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Weaving.OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims nothing: javac would not run the processors that follow, where no other annotation calls for them. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        addWaiting(annotations, round);
        ElementFilter.typesIn(round.getRootElements())
                .forEach(type -> compiled.add(type.getQualifiedName().toString()));
        Optional<Weaving> weaving = Weaving.of(processingEnv.getOptions());
        if (weaving.isPresent()) {
            watchSelfInvocations(weaving.get());
            Tools tools = new Tools(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
            GuardedTypeReader reader = new GuardedTypeReader(tools, weaving.get());
            waiting.removeIf(name -> isDone(name, reader, round));
        } else if (round.processingOver()) {
            Problems problems = new Problems();
            problems.addWithoutPlace(
                    ProblemCode.BAD_OPTION, processingEnv.getOptions().getOrDefault(Weaving.OPTION, ""));
            problems.printTo(processingEnv.getMessager(), round.errorRaised());
        }
        return false;
    }

    /** Woven code guards these calls too. */
    private void watchSelfInvocations(Weaving weaving) {
        if (weaving == Weaving.PROXY && !watching) {
            watching = true;
            SelfInvocations.watch(processingEnv);
        }
    }

    private void addWaiting(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        annotations.stream()
                .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                .map(method -> TypeFacts.owner(method))
                .forEach(type -> waiting.add(type.getQualifiedName().toString()));
    }

    /** Whether the type needs no further round. */
    private boolean isDone(String name, GuardedTypeReader reader, RoundEnvironment round) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
        Problems problems = new Problems();
        readAndWrite(type, reader, problems);
        boolean done = !problems.hasErrors();
        if (done || round.processingOver()) {
            problems.printTo(processingEnv.getMessager(), round.errorRaised());
        }
        return done;
    }

    private void readAndWrite(TypeElement type, GuardedTypeReader reader, Problems problems) {
        try {
            GuardedType model = reader.read(type, problems);
            if (!problems.hasErrors()) {
                write(model, problems);
            }
        } catch (RuntimeException | LinkageError e) {
            problems.add(ProblemCode.INTERNAL_ERROR, Place.of(type), type.getQualifiedName(), StackTrace.of(e));
        }
    }

    private void write(GuardedType model, Problems problems) {
        Tools tools = new Tools(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        NavigableMap<String, List<String>> foreign = new ForeignTypes(tools, compiled).of(model.writtenTypes());
        try {
            writeSource(model, CallsWriter.write(model, foreign, seesGenerated(model)));
            DescriptorWriter.write(model, processingEnv.getFiler());
        } catch (IOException e) {
            problems.add(
                    ProblemCode.CANNOT_WRITE,
                    Place.of(model.origin()),
                    model.generated(),
                    String.valueOf(e.getMessage()));
        }
    }

    private void writeSource(GuardedType model, String text) throws IOException {
        try (Writer file = processingEnv
                .getFiler()
                .createSourceFile(model.generated().canonicalName(), model.origin())
                .openWriter()) {
            file.write(text);
        }
    }

    private boolean seesGenerated(GuardedType model) {
        ModuleElement module = processingEnv.getElementUtils().getModuleOf(model.origin());
        return processingEnv.getElementUtils().getTypeElement(module, Generated.class.getCanonicalName()) != null;
    }
}
