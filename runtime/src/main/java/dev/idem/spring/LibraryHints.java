package dev.idem.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Tells what the library itself reads by name: its scripts, what the processor wrote, and whether Jackson is there. */
final class LibraryHints implements RuntimeHintsRegistrar {

    LibraryHints() {}

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("dev/idem/store/redisson/*.lua").registerPattern("META-INF/idem/*.json");
        hints.reflection().registerTypeIfPresent(classLoader, DefaultCodec.LIBRARY, type -> {});
    }
}
