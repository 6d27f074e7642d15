package dev.idem.spring;

import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GeneratedClass;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.generate.MethodReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AdviceMode;
import org.springframework.core.io.ResourceLoader;
import org.springframework.javapoet.MethodSpec;
import org.springframework.javapoet.TypeSpec;

/**
 * Does for applications that are processed ahead of time what {@link DoorRegistrar} does by hand, and no bean definition
 * tells of: it writes a class that starts {@link BeanWatch}. The mode is that of the processing.
 */
final class GuardedBeansAotProcessor implements BeanFactoryInitializationAotProcessor {

    private static final String BEANS = "beans";
    private static final String RESOURCES = "resources";

    GuardedBeansAotProcessor() {}

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        return beans.getSingleton(GuardedBeans.NAME) instanceof GuardedBeans guarded
                ? (context, code) -> contribute(guarded, beans, context, code)
                : null;
    }

    private static void contribute(
            GuardedBeans guarded,
            ConfigurableListableBeanFactory beans,
            GenerationContext context,
            BeanFactoryInitializationCode code) {
        GuardedTypeHints hints = guarded.hints(context.getRuntimeHints().reflection(), beans.getBeanClassLoader());
        for (String name : beans.getBeanDefinitionNames()) {
            Optional.ofNullable(beans.getType(name, /* allowFactoryBeanInit= */ false))
                    .ifPresent(hints::register);
        }
        code.addInitializer(starter(guarded.mode(), context));
    }

    /** Beside the library's own class, which is visible only there. */
    private static MethodReference starter(AdviceMode mode, GenerationContext context) {
        GeneratedClass type = context.getGeneratedClasses()
                .addForFeatureComponent("Starter", BeanWatch.class, GuardedBeansAotProcessor::describe);
        return type.getMethods().add("start", method -> describe(method, mode)).toMethodReference();
    }

    private static void describe(TypeSpec.Builder type) {
        type.addModifiers(Modifier.PUBLIC);
    }

    private static void describe(MethodSpec.Builder method, AdviceMode mode) {
        method.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(ConfigurableListableBeanFactory.class, BEANS)
                .addParameter(ResourceLoader.class, RESOURCES)
                .addStatement("$T.start($L, $L, $T.$L)", BeanWatch.class, BEANS, RESOURCES, AdviceMode.class, mode);
    }
}
