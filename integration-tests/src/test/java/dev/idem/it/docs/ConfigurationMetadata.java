package dev.idem.it.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What IDEs are told of properties.
 *
 * @param defaults the properties with their defaults, in their order; a property without one has an empty text
 */
record ConfigurationMetadata(Map<String, String> defaults) {

    /** That of all jars on the class path. */
    static final ConfigurationMetadata SPRING_BOOT = read();

    private static ConfigurationMetadata read() {
        Map<String, String> defaults = new LinkedHashMap<>();
        try {
            List<URL> files = Collections.list(ConfigurationMetadata.class
                    .getClassLoader()
                    .getResources("META-INF/spring-configuration-metadata.json"));
            for (URL file : files) {
                try (InputStream json = file.openStream()) {
                    for (JsonNode property : new ObjectMapper().readTree(json).get("properties")) {
                        defaults.put(property.get("name").textValue(), text(property.path("defaultValue")));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ConfigurationMetadata(defaults);
    }

    private static String text(JsonNode value) {
        return value.isArray() ? "" : value.asText("");
    }

    boolean knows(String property) {
        return defaults.containsKey(property);
    }

    /** The properties of this library. */
    Map<String, String> ofIdem() {
        return defaults.entrySet().stream()
                .filter(property -> property.getKey().startsWith("idem."))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
