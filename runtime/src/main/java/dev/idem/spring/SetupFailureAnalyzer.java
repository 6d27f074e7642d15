package dev.idem.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a wrong set-up as description and action. */
final class SetupFailureAnalyzer extends AbstractFailureAnalyzer<IdempotencySetupException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IdempotencySetupException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
