package dev.idem.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Looks, in the last round, which of some types exist. */
final class LookingProcessor extends AbstractProcessor {

    private final String[] names;
    private List<String> found = List.of();

    LookingProcessor(String... names) {
        this.names = names;
    }

    List<String> found() {
        return found;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            found = Arrays.stream(names)
                    .filter(name -> processingEnv.getElementUtils().getTypeElement(name) != null)
                    .toList();
        }
        return false;
    }
}
