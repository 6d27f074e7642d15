package dev.idem.spring;

import dev.idem.intercept.MissingGeneratedClassException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what to add to the build, where the annotation processor did not run. */
final class MissingGeneratedClassFailureAnalyzer extends AbstractFailureAnalyzer<MissingGeneratedClassException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingGeneratedClassException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
