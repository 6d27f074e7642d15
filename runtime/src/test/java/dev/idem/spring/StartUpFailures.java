package dev.idem.spring;

import java.util.Objects;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Shows a failed start-up as Spring Boot would, with every analyzer on the class path. */
final class StartUpFailures {

    private StartUpFailures() {}

    static FailureAnalysis analysisOf(Throwable failure) {
        return Objects.requireNonNull(analyzerOf(failure).analyze(failure));
    }

    /** The first analyzer that knows the failure. */
    static FailureAnalyzer analyzerOf(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {}))
                .stream()
                .filter(analyzer -> analyzer.analyze(failure) != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody analyzes the failure.", failure));
    }
}
