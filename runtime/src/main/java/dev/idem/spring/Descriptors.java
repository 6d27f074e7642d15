package dev.idem.spring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;

/** Finds what the processor wrote about the guarded types of an application and of its libraries. */
final class Descriptors {

    private static final String PATTERN = "classpath*:META-INF/idem/*.json";

    private Descriptors() {}

    /** The descriptors on the class path. Of a type that is there twice the first counts, as with its class. */
    static Collection<Descriptor> of(ResourceLoader resources) {
        Map<String, Descriptor> byType = new LinkedHashMap<>();
        for (Resource file : find(resources)) {
            Descriptor descriptor = read(file);
            byType.putIfAbsent(descriptor.type(), descriptor);
        }
        return byType.values();
    }

    private static Resource[] find(ResourceLoader resources) {
        try {
            return ResourcePatternUtils.getResourcePatternResolver(resources).getResources(PATTERN);
        } catch (IOException e) {
            throw unreadable(PATTERN, e);
        }
    }

    private static Descriptor read(Resource file) {
        try {
            return Descriptor.read(file.getContentAsString(StandardCharsets.UTF_8))
                    .orElseThrow(() -> new IOException("it does not say which type it describes"));
        } catch (IOException e) {
            throw unreadable(file.getDescription(), e);
        }
    }

    private static IdempotencySetupException unreadable(String what, IOException cause) {
        return new IdempotencySetupException(
                "What the annotation processor wrote about guarded types cannot be read: " + what + ": "
                        + cause.getMessage() + ". Nobody can tell whether two of them share an operation.",
                "Build the module that holds it from clean. Nothing else should write into META-INF/idem.",
                cause);
    }
}
