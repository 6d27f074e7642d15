package dev.idem.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds what a framework has made for a test. Implementations are found by {@link java.util.ServiceLoader}. */
public interface GuardedContext {

    /** The object of this type that the framework holds for this test; empty if it holds none, or runs no such test. */
    <T> Optional<T> find(Class<T> type, ExtensionContext test);
}
