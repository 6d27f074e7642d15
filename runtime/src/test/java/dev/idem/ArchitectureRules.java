package dev.idem;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The arrows between the packages under one root. */
final class ArchitectureRules {

    private final String root;

    private ArchitectureRules(String root) {
        this.root = root;
    }

    static List<ArchRule> under(String root) {
        ArchitectureRules rules = new ArchitectureRules(root);
        return Stream.of(rules.edges(), rules.libraries(), rules.everywhere())
                .flatMap(List::stream)
                .toList();
    }

    private List<ArchRule> edges() {
        return List.of(
                mayImport(List.of(root), List.of(root)).because("what users see depends on nothing behind it"),
                mayImport(List.of(in("key")), List.of(root, in("key")))
                        .because("keys are made the same way whatever happens to them later"),
                mayImport(List.of(in("codec")), List.of(root, in("codec")))
                        .because("a codec knows values and bytes, not records"),
                mayImport(List.of(in("store")), List.of(root, in("store"), in("key")))
                        .because("a store keeps bytes under addresses and knows nothing of calls"),
                mayImport(List.of(in("engine")), List.of(root, in("engine"), in("key"), in("store"), in("codec")))
                        .because("the algorithm does not know how calls come in or who wires it"),
                mayImport(List.of(in("retry")), List.of(root, in("retry"), in("engine")))
                        .because("whether there is another attempt depends on the failure alone"),
                mayImport(List.of(in("intercept")), List.of(root, in("intercept"), in("engine"), in("key")))
                        .because("doors lead to the engine and decide nothing themselves"),
                mayImport(List.of(in("reactor")), List.of(root, in("reactor"), in("engine")))
                        .because("a shape of results knows the engine, and no door or store"),
                mayImport(List.of(in("observe")), List.of(root, in("observe"), in("engine"), in("store")))
                        .because("what is counted does not depend on who shows it"),
                mayImport(
                                List.of(in("micrometer")),
                                List.of(root, in("micrometer"), in("observe"), in("engine"), in("store")))
                        .because("meters show what is counted, and decide nothing"),
                noClasses()
                        .that(resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAPackage(in("spring")))))
                        .should()
                        .dependOnClassesThat(resideInAPackage(in("spring")))
                        .because("wiring is the outermost layer"));
    }

    private List<ArchRule> libraries() {
        return List.of(
                only("org.springframework..", in("spring"), in("intercept.proxy"), in("codec.web")),
                only("org.aopalliance..", in("intercept.proxy")),
                only("org.springframework.boot..", in("spring")),
                only("org.springframework.http..", in("codec.web"), in("spring.web")),
                only("org.springframework.web..", in("spring.web")),
                only("org.springframework.transaction..", in("spring.transaction")),
                only("org.springframework.security..", in("spring.security")),
                only("org.springframework.test..", in("spring.test")),
                only("org.junit..", in("junit"), in("spring.test")),
                only("org.aspectj..", in("intercept.aspectj"), in("spring")),
                only("io.github.resilience4j..", in("retry")),
                only("org.redisson..", in("store.redisson"), in("spring.redisson")),
                only("com.github.benmanes.caffeine..", in("store.caffeine")),
                only("com.fasterxml.jackson..", in("codec.jackson"), in("key.jackson")),
                only("tools.jackson..", in("key.jackson3")),
                only("reactor..", in("reactor"), in("spring.security"), in("spring.web")),
                only("org.reactivestreams..", in("reactor")),
                only("io.micrometer..", in("micrometer"), in("spring.micrometer")),
                only("org.springframework.boot.actuate..", in("spring.actuate")),
                only("org.springframework.boot.health..", in("spring.health")));
    }

    private List<ArchRule> everywhere() {
        return List.of(
                classes()
                        .that(resideInAPackage(root + ".."))
                        .should(new BeInNullMarkedPackage())
                        .because("null is a type decision everywhere"),
                noClasses()
                        .that(resideInAnyPackage(in("engine"), in("store")))
                        .should()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .dependOnClassesThat(belongToAnyOf(Instant.class, Clock.class, Date.class))
                        .because("clocks of machines differ: only the store's own time and monotonic time count"),
                slices().matching(root + ".(**)")
                        .should()
                        .beFreeOfCycles()
                        .because("packages in a circle are one package"));
    }

    private ArchRule mayImport(List<String> from, List<String> allowed) {
        return noClasses()
                .that(resideInAnyPackage(from.toArray(String[]::new)))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new)))));
    }

    private ArchRule only(String library, String... packages) {
        return noClasses()
                .that(resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAnyPackage(packages))))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .because("an application without this library must be able to load the rest");
    }

    private String in(String name) {
        return root + "." + name + "..";
    }

    private static final class BeInNullMarkedPackage extends ArchCondition<JavaClass> {

        BeInNullMarkedPackage() {
            super("be in a package that is @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getName() + " in " + type.getPackageName()));
        }
    }
}
