package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.idem.processor.Sources.source;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What build tools rely on. */
final class ToolsTest {

    private static final String PAYMENTS = """
            package shop;
            class Payments {
              @dev.idem.IdempotentCall int charge(String id, Order order) { return 1; }
              static class Inner { @dev.idem.IdempotentCall int refund(Order order) { return 1; } }
            }
            """;

    private static final String ORDER = "package shop; record Order(String id, Order parent) {}";

    private static final String SELF = """
            package shop;
            class Payments {
              @dev.idem.IdempotentCall int charge(String id) { return 1; }
              int twice() { return charge("a"); }
            }
            """;

    /** As Gradle demands of processors that it runs for changed files only. */
    @Test
    void eachFile_hasExactlyOneOriginatingElement() {
        List<String> files = new ArrayList<>();
        Compilation compilation = source("shop.Payments", PAYMENTS)
                .and("shop.Order", ORDER)
                .withFiler(filer -> RecordingFiler.of(filer, files))
                .isAccepted();
        assertThat(compilation.generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/idem/shop.Payments.json"))
                .isPresent();
        assertThat(files)
                .containsExactly(
                        "shop.Payments_IdempotentCalls [shop.Payments]",
                        "CLASS_OUTPUT/META-INF/idem/shop.Payments.json [shop.Payments]",
                        "shop.Payments_Inner_IdempotentCalls [shop.Payments.Inner]",
                        "CLASS_OUTPUT/META-INF/idem/shop.Payments.Inner.json [shop.Payments.Inner]");
    }

    @Test
    void wrappedEnvironment_findsNoSelfInvocationsAndFailsNothing() {
        assertThat(source("shop.Payments", SELF).compile()).hadWarningCount(1);
        source("shop.Payments", SELF).withFiler(filer -> filer).isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--release 17", "-proc:full"})
    void option_isAccepted(String options) {
        Sources sources = source("shop.Payments", PAYMENTS).and("shop.Order", ORDER);
        for (String option : options.split(" ", -1)) {
            sources = sources.with(option);
        }
        sources.isAccepted();
    }
}
