package dev.idem.processor;

import static dev.idem.processor.MethodUnderTest.method;
import static dev.idem.processor.Sources.source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which methods can be guarded at all. */
final class MethodRulesTest {

    private static final String ASPECTJ = "-Aidem.weaving=aspectj";

    @Test
    void staticMethod_isRejected() {
        method("@IdempotentCall static String charge(String id) { return id; }")
                .isRejected(
                        "StaticMethod",
                        "@IdempotentCall method Payments.charge(String) must not be static: a static call never passes"
                                + " a proxy. Make it an instance method, or weave with AspectJ and compile with"
                                + " -Aidem.weaving=aspectj.",
                        "@IdempotentCall");
    }

    @Test
    void privateMethod_isRejected() {
        method("@IdempotentCall private String charge(String id) { return id; }")
                .isRejected(
                        "PrivateMethod",
                        "@IdempotentCall method Payments.charge(String) must not be private: a proxy cannot intercept"
                                + " it. Make it public, or weave with AspectJ and compile with"
                                + " -Aidem.weaving=aspectj.",
                        "@IdempotentCall");
    }

    @Test
    void finalMethod_isRejected() {
        method("@IdempotentCall final String charge(String id) { return id; }")
                .isRejected(
                        "FinalMethod",
                        "@IdempotentCall method Payments.charge(String) must not be final, and neither must its class:"
                                + " a class-based proxy cannot override it. Remove 'final' from the method, or weave"
                                + " with AspectJ and compile with -Aidem.weaving=aspectj.",
                        "@IdempotentCall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"final class Payments", "record Payments()"})
    void methodOfFinalClass_isRejected(String declaration) {
        method("@IdempotentCall String charge(String id) { return id; }")
                .inside(declaration)
                .isRejected(
                        "FinalMethod",
                        "@IdempotentCall method Payments.charge(String) must not be final, and neither must its class:"
                                + " a class-based proxy cannot override it. Make Payments a class that is not final,"
                                + " or weave with AspectJ and compile with -Aidem.weaving=aspectj.",
                        "@IdempotentCall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"static", "private", "final"})
    void methodThatNoProxySees_isAcceptedWhenWoven(String modifier) {
        method("@IdempotentCall %s String charge(String id) { return id; }".formatted(modifier))
                .with(ASPECTJ)
                .isAccepted();
    }

    @Test
    void abstractMethod_isRejectedWhenWoven() {
        method("@IdempotentCall abstract String charge(String id);")
                .inside("abstract class Payments")
                .with(ASPECTJ)
                .isRejected(
                        "AbstractMethod",
                        "@IdempotentCall method Payments.charge(String) must have a body in a class when AspectJ"
                                + " weaves: woven code does not match abstract and interface methods. Annotate the"
                                + " methods that implement it.",
                        "@IdempotentCall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interface Payments", "abstract class Payments"})
    void abstractMethod_isAcceptedWithProxies(String declaration) {
        method("@IdempotentCall abstract String charge(String id);")
                .inside(declaration)
                .isAccepted();
    }

    @Test
    void genericMethod_isRejected() {
        method("@IdempotentCall <T> String charge(T order) { return \"\"; }")
                .isRejected(
                        "GenericMethod",
                        "@IdempotentCall method Payments.charge(T) must not declare the type parameter 'T': its key and"
                                + " its result would have another shape on each call. Use concrete types, one method"
                                + " for each.",
                        "@IdempotentCall");
    }

    @Test
    void suspendFunction_isRejected() {
        source("shop.Payments", """
                        package shop;
                        class Payments {
                          @dev.idem.IdempotentCall
                          Object charge(String id, kotlin.coroutines.Continuation<? super String> continuation) {
                            return id;
                          }
                        }
                        """)
                .and("kotlin.coroutines.Continuation", "package kotlin.coroutines; public interface Continuation<T> {}")
                .isRejected(
                        "SuspendFunction",
                        "@IdempotentCall method Payments.charge(String, Continuation<? super String>) must not be a"
                                + " Kotlin suspend function: it returns before its result exists. Use a function that"
                                + " returns the result itself.",
                        "@dev.idem.IdempotentCall");
    }

    @Test
    void methodOfPrivateClass_isRejected() {
        method("""
                        private static class Inner {
                          @IdempotentCall String charge(String id) { return id; }
                        }
                        Inner inner() { return new Inner(); }
                        """)
                .isRejected(
                        "PrivateClass",
                        "@IdempotentCall method Inner.charge(String) must not be inside the private class 'Inner':"
                                + " neither a proxy nor generated code can see it. Remove 'private' from the class.",
                        "@IdempotentCall");
    }

    @Test
    void methodOfAClassInsideAPrivateOne_isRejected() {
        method("""
                        private static class Outer {
                          public static class Inner {
                            @IdempotentCall public String charge(String id) { return id; }
                          }
                        }
                        Outer outer() { return new Outer(); }
                        """)
                .isRejected(
                        "PrivateClass",
                        "@IdempotentCall method Inner.charge(String) must not be inside the private class 'Outer':"
                                + " neither a proxy nor generated code can see it. Remove 'private' from the class.",
                        "@IdempotentCall");
    }

    @Test
    void overloads_shareNoOperationName() {
        method("""
                        @IdempotentCall String charge(String id) { return id; }
                        @IdempotentCall String charge(String id, int cents) { return id; } // second
                        """)
                .isRejected(
                        "DuplicateOperation",
                        "@IdempotentCall method Payments.charge(String, int) has the operation name"
                                + " 'shop.Payments.charge', and so has Payments.charge(String): they would answer each"
                                + " other's calls. Give each a name of its own, e.g. operation ="
                                + " \"shop.Payments.charge2\".",
                        "// second");
    }

    @Test
    void equalOperationNames_areRejectedAtTheName() {
        method("""
                        @IdempotentCall(operation = "pay") String charge(String id) { return id; }
                        @IdempotentCall(
                            ttl = "1h",
                            operation = "pay") // here
                        String debit(String id) { return id; }
                        """)
                .isRejected(
                        "DuplicateOperation",
                        "@IdempotentCall method Payments.debit(String) has the operation name 'pay', and so has"
                                + " Payments.charge(String): they would answer each other's calls. Give each a name of"
                                + " its own, e.g. operation = \"pay2\".",
                        "// here");
    }

    @Test
    void badOption_isReportedOnceWithItsUsage() {
        source("shop.Payments", """
                        package shop;
                        class Payments {
                          @dev.idem.IdempotentCall
                          String charge(String id) { return id; }
                        }
                        """)
                .with("-Aidem.weaving=aspects")
                .failsWith(
                        "BadOption",
                        "Option idem.weaving is 'aspects'. Usage: -Aidem.weaving=<weaving>, where <weaving> is proxy or"
                                + " aspectj.");
    }
}
