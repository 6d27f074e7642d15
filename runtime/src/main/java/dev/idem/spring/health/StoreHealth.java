package dev.idem.spring.health;

import java.util.Map;
import java.util.Optional;

/**
 * How the stores outside this process are.
 *
 * @param failure why one of them does not answer; empty if all do
 * @param details what is said of each, by its name
 */
public record StoreHealth(Optional<Exception> failure, Map<String, String> details) {}
