package dev.idem.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.spring.IdempotencyProperties;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redisson.config.Config;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.io.ByteArrayResource;

/** The settings in the pages exist, and their values can be read: those of Spring Boot, and files for Redisson. */
final class SettingsTest {

    static final Set<String> LANGUAGES = Set.of("properties", "yaml");

    static Stream<CodeBlock> settings() {
        return Page.blocks(LANGUAGES).stream().filter(block -> !isForRedisson(block));
    }

    static Stream<CodeBlock> redissonFiles() {
        return Page.blocks(LANGUAGES).stream().filter(SettingsTest::isForRedisson);
    }

    private static boolean isForRedisson(CodeBlock block) {
        return block.content().contains("ServerConfig:") || block.content().contains("ServersConfig:");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void settings_ofIdem_areBound(CodeBlock block) {
        Map<Object, Object> idem = properties(block).entrySet().stream()
                .filter(property -> property.getKey().toString().startsWith("idem."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Binder binder = new Binder(
                List.of(new MapConfigurationPropertySource(idem)),
                /* placeholdersResolver= */ null,
                ApplicationConversionService.getSharedInstance());
        binder.bind(
                "idem",
                Bindable.of(IdempotencyProperties.class),
                new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void settings_ofOthers_areKnownToSpringBoot(CodeBlock block) {
        assertThat(properties(block).stringPropertyNames().stream().filter(name -> !name.startsWith("idem.")))
                .allMatch(ConfigurationMetadata.SPRING_BOOT::knows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("redissonFiles")
    void file_forRedisson_isReadByIt(CodeBlock block) throws Exception {
        assertThat(Config.fromYAML(block.content()).isSingleConfig()).isTrue();
    }

    private static Properties properties(CodeBlock block) {
        if (block.language().equals("yaml")) {
            YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
            yaml.setResources(new ByteArrayResource(block.content().getBytes(StandardCharsets.UTF_8)));
            return Objects.requireNonNull(yaml.getObject());
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(block.content()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
