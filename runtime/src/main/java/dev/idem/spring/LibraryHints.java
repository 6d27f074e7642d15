package dev.idem.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * Tells what the library itself reads by name: its scripts, what the processor wrote, whether Jackson is there, and the
 * form in which responses are recorded.
 */
final class LibraryHints implements RuntimeHintsRegistrar {

    private static final String RESPONSE = "org.springframework.http.ResponseEntity";
    private static final String STORED_RESPONSE = "dev.idem.codec.web.StoredResponse";

    LibraryHints() {}

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("dev/idem/store/redisson/*.lua").registerPattern("META-INF/idem/*.json");
        hints.reflection().registerTypeIfPresent(classLoader, DefaultCodec.LIBRARY, type -> {});
        if (ClassUtils.isPresent(RESPONSE, classLoader)) {
            new BindingReflectionHintsRegistrar()
                    .registerReflectionHints(
                            hints.reflection(), ClassUtils.resolveClassName(STORED_RESPONSE, classLoader));
        }
    }
}
