package dev.idem.spring;

import dev.idem.intercept.ChangedTypeException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what to compile anew, where a type is not the one that keys were compiled against. */
final class ChangedTypeFailureAnalyzer extends AbstractFailureAnalyzer<ChangedTypeException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ChangedTypeException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
