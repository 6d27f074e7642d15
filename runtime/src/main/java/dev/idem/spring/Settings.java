package dev.idem.spring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.StringUtils;

/**
 * The properties, with the application's name found.
 *
 * @param properties what the user set
 * @param application the name, null if there is none
 */
record Settings(IdempotencyProperties properties, @Nullable String application) {

    /** For records that never leave this process: nobody else could collide with them. */
    private static final String NAMELESS = "-";

    static Settings of(IdempotencyProperties properties, PropertyResolver environment) {
        return new Settings(
                properties,
                Optional.ofNullable(properties.application())
                        .or(() -> Optional.ofNullable(environment.getProperty("spring.application.name")))
                        .filter(StringUtils::hasText)
                        .orElse(null));
    }

    /** The name under which records are kept. */
    String applicationOrNameless() {
        return application == null ? NAMELESS : application;
    }

    /** The name, which a store outside this process needs to keep applications apart. */
    String applicationForShared(String store) {
        if (application == null) {
            throw new IdempotencySetupException(
                    "The store '" + store + "' is shared with other processes, but the application has no name to"
                            + " keep its records apart from theirs.",
                    "Set idem.application or spring.application.name, to the same value on every node.");
        }
        return application;
    }
}
