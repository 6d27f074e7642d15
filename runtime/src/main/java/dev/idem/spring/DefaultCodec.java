package dev.idem.spring;

import dev.idem.codec.ResultCodec;
import dev.idem.codec.jackson.JacksonResultCodec;
import org.springframework.util.ClassUtils;

/** The codec of applications that define none. */
final class DefaultCodec {

    /** Without this class there is no JSON codec. */
    static final String LIBRARY = "com.fasterxml.jackson.databind.ObjectMapper";

    private DefaultCodec() {}

    /** The JSON codec, if its library is there. */
    static ResultCodec create(ClassLoader classLoader) {
        if (!ClassUtils.isPresent(LIBRARY, classLoader)) {
            throw new IdempotencySetupException(
                    "Results cannot be recorded: no JSON library is on the class path, and there is no ResultCodec"
                            + " bean.",
                    "Remove the exclusion of com.fasterxml.jackson.core:jackson-databind from the build, or define a"
                            + " ResultCodec bean.");
        }
        return Jackson.codec();
    }

    /** Loaded only where the library is. */
    private static final class Jackson {

        static ResultCodec codec() {
            return new JacksonResultCodec();
        }
    }
}
