package dev.idem.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.it.Answers;
import dev.idem.it.Page;
import dev.idem.it.Payment;
import dev.idem.it.PlainResults;
import dev.idem.it.ShopService;
import dev.idem.it.Work;
import dev.idem.spring.IdempotencyAutoConfiguration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** What Spring is told, ahead of time, of classes that are found by name or looked into by reflection. */
final class AheadOfTimeHintsTest {

    private static final String STARTER = "dev/idem/spring/BeanWatch__Starter.java";

    private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
    private final RuntimeHints hints = new RuntimeHints();

    @Test
    void generatedClass_ofAGuardedBean_canBeMade() {
        process(PlainResults.class);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(TypeReference.of("dev.idem.it.PlainResults_IdempotentCalls"))
                        .withMemberCategory(MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS))
                .accepts(hints);
    }

    @Test
    void guardedMethods_behindAProxyOfInterfaces_canBeFound() {
        process(ShopService.class);
        assertThat(areMethodsKnown(ShopService.class)).accepts(hints);
    }

    @Test
    void results_inContainersAndOfSealedTypes_canBeReadAndWritten() {
        process(PlainResults.class);
        assertThat(isKnown(Page.class)).accepts(hints);
        assertThat(isKnown(Payment.class)).accepts(hints);
        for (Class<?> subtype : Payment.class.getPermittedSubclasses()) {
            assertThat(isKnown(subtype)).accepts(hints);
        }
    }

    @Test
    void resources_ofTheLibraryAndTheProcessor_areKept() {
        process(PlainResults.class);
        assertThat(RuntimeHintsPredicates.resource().forResource("dev/idem/store/redisson/claim.lua"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/idem/dev.idem.it.PlainResults.json"))
                .accepts(hints);
    }

    @Test
    void otherBeans_needNoHints() {
        process(ShopService.class);
        assertThat(areMethodsKnown(Work.class)).rejects(hints);
    }

    @Test
    void beans_areWatchedFromGeneratedCode_inTheModeOfTheProcessing() throws Exception {
        process(PlainResults.class);
        assertThat(files.getGeneratedFileContent(Kind.SOURCE, STARTER))
                .contains("BeanWatch.start(beans, resources, AdviceMode.PROXY)");
    }

    @Test
    void applicationWithoutGuard_isLeftAlone() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            generate(context);
        }
        assertThat(files.getGeneratedFiles(Kind.SOURCE)).doesNotContainKey(STARTER);
    }

    private void process(Class<?> bean) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of("spring.aop.proxy-target-class=false").applyTo(context);
            context.register(IdempotencyAutoConfiguration.class, Answers.class, Work.class, bean);
            generate(context);
        }
    }

    private void generate(AnnotationConfigApplicationContext context) {
        DefaultGenerationContext generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get(AheadOfTimeHintsTest.class)), files, hints);
        new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        generation.writeGeneratedContent();
    }

    private static Predicate<RuntimeHints> areMethodsKnown(Class<?> type) {
        return RuntimeHintsPredicates.reflection()
                .onType(type)
                .withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS);
    }

    private static Predicate<RuntimeHints> isKnown(Class<?> type) {
        return RuntimeHintsPredicates.reflection().onType(type);
    }
}
