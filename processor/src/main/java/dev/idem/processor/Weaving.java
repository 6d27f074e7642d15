package dev.idem.processor;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** How calls of guarded methods are intercepted; decides which methods can be guarded. */
enum Weaving {
    PROXY("proxy"),
    ASPECTJ("aspectj");

    static final String OPTION = "idem.weaving";

    private final String value;

    Weaving(String value) {
        this.value = value;
    }

    /** The weaving that the compiler's options name, {@code proxy} when they name none. */
    static Optional<Weaving> of(Map<String, String> options) {
        String value = options.getOrDefault(OPTION, PROXY.value);
        return Arrays.stream(values())
                .filter(weaving -> weaving.value.equals(value))
                .findFirst();
    }
}
