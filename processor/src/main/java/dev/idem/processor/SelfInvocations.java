package dev.idem.processor;

import javax.annotation.processing.ProcessingEnvironment;

/** The watch for calls that an object makes of its own guarded methods, where the compiler allows one. */
final class SelfInvocations {

    private SelfInvocations() {}

    /** Watches the rest of a compilation by javac; does nothing in other compilers and wrapped environments. */
    static void watch(ProcessingEnvironment environment) {
        try {
            JavacSelfInvocations.watch(environment);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            // Another compiler, or an environment that hides javac: such calls are not found there.
        }
    }
}
