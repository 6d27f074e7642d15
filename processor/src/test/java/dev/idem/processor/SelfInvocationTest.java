package dev.idem.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.idem.processor.MethodUnderTest.method;
import static dev.idem.processor.Sources.source;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that no proxy sees, because an object makes them of itself. */
final class SelfInvocationTest {

    private static final String TEXT =
            "@IdempotentCall method %s is called through 'this': no proxy sees the call, so it"
                    + " runs unguarded. Call it on the bean from another class, or weave with AspectJ and compile with"
                    + " -Aidem.weaving=aspectj.";

    private static final String CALLER = """
            @IdempotentCall int charge(String id) { return 1; }
            int charge(String id, int cents) { return cents; }
            static int charge(int cents) { return cents; }
            int other() {
              %s;
              return 0;
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "charge(\"a\")",
                "this.charge(\"a\")",
                "Payments.this.charge(\"a\")",
                "Runnable r = () -> charge(\"a\")",
                "new Object() { int run() { return charge(\"a\"); } }.run()",
                "java.util.function.Function<String, Integer> f = this::charge"
            })
    void callThroughThis_isWarnedOf(String call) {
        method(CALLER.formatted(call)).isWarnedOf("SelfInvocation", TEXT.formatted("Payments.charge(String)"), call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"charge(\"a\", 1)", "charge(1)", "new Payments().charge(\"a\")", "super.toString()"})
    void otherCall_isNotWarnedOf(String call) {
        method(CALLER.formatted(call)).isAccepted();
    }

    @Test
    void wovenCode_isNotWarnedOf() {
        method(CALLER.formatted("charge(\"a\")")).with("-Aidem.weaving=aspectj").isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"method", "variable", "type"})
    void acceptedCall_isNotWarnedOf(String place) {
        String accepted = "@SuppressWarnings(\"idem:SelfInvocation\")";
        method("""
                @IdempotentCall int charge(String id) { return 1; }
                %s static class Inner extends Payments {
                  %s int other() {
                    %s int one = charge("a");
                    return one;
                  }
                }
                """.formatted(
                                place.equals("type") ? accepted : "",
                                place.equals("method") ? accepted : "",
                                place.equals("variable") ? accepted : ""))
                .isAccepted();
    }

    @Test
    void callOfAMethodThatImplementsAGuardedOne_isWarnedOf() {
        method("""
                interface Charging { @IdempotentCall int charge(String id); }
                static class Card implements Charging {
                  @Override public int charge(String id) { return 1; }
                  int twice = charge("a");
                }
                """).isWarnedOf("SelfInvocation", TEXT.formatted("Card.charge(String)"), "int twice");
    }

    @Test
    void callInAClassWithoutGuardedMethodsOfItsOwn_isWarnedOf() {
        source("shop.Card", """
                package shop;
                class Card extends Payments {
                  int twice() { return charge("a"); }
                }
                """)
                .and("shop.Payments", """
                package shop;
                class Payments { @dev.idem.IdempotentCall int charge(String id) { return 1; } }
                """)
                .isWarnedOf("SelfInvocation", TEXT.formatted("Payments.charge(String)"), "twice()");
    }

    /** The option is that of Error Prone: javac looks at calls even where types are missing. */
    @Test
    void callInAClassWhoseSuperclassIsMissing_isLeftToTheCompiler() {
        Compilation compilation = source("shop.Card", """
                package shop;
                class Card extends Missing {
                  int charge(String id) { return 1; }
                  int twice() { return charge("a"); }
                }
                """)
                .and("shop.Payments", """
                package shop;
                class Payments { @dev.idem.IdempotentCall int charge(String id) { return 1; } }
                """)
                .with("--should-stop=ifError=FLOW")
                .compile();
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("class Missing");
    }

    @Test
    void annotatedPackage_isPassedOver() {
        source("shop.Payments", """
                package shop;
                class Payments { @dev.idem.IdempotentCall int charge(String id) { return 1; } }
                """)
                .and("shop.package-info", "@Mark package shop;")
                .and("shop.Mark", "package shop; @interface Mark {}")
                .isAccepted();
    }
}
