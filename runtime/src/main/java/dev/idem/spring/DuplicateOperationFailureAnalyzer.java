package dev.idem.spring;

import dev.idem.intercept.DuplicateOperationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows how to tell two types apart that declare one operation. */
final class DuplicateOperationFailureAnalyzer extends AbstractFailureAnalyzer<DuplicateOperationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DuplicateOperationException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
