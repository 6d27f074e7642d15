package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.CallObserver;
import dev.idem.engine.CallOutcome;
import dev.idem.micrometer.IdempotencyMeters;
import dev.idem.observe.CallStatistics;
import dev.idem.observe.Prices;
import dev.idem.testing.shop.Payments;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Who is told of calls in a Spring context, with and without the libraries that show it. */
final class ObserverWiringTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class))
            .withPropertyValues("idem.store=local")
            .withBean(Payments.class);

    private static void chargeTwice(Payments payments) {
        assertThat(payments.charge("a")).isEqualTo("a #1");
        assertThat(payments.charge("a")).isEqualTo("a #1");
    }

    private static void assertCounted(CallStatistics statistics) {
        assertThat(statistics.of("payments.charge")).hasValueSatisfying(counts -> {
            assertThat(counts.count(CallOutcome.RUN)).isEqualTo(1);
            assertThat(counts.count(CallOutcome.REPLAYED_LOCAL)).isEqualTo(1);
        });
    }

    @Test
    void callsAreCounted_withoutMicrometerAndActuator() {
        runner.withClassLoader(new FilteredClassLoader("io.micrometer", "org.springframework.boot.actuate"))
                .run(context -> {
                    chargeTwice(context.getBean(Payments.class));
                    assertCounted(context.getBean(CallStatistics.class));
                    assertThat(context.getBeanNamesForType(CallObserver.class))
                            .containsExactly("idempotencyStatistics");
                });
    }

    @Test
    void callsAreCounted_withoutMicrometerAlone() {
        runner.withClassLoader(new FilteredClassLoader("io.micrometer")).run(context -> {
            chargeTwice(context.getBean(Payments.class));
            assertCounted(context.getBean(CallStatistics.class));
        });
    }

    @Test
    void meters_withoutActuator_areThereToBeBound() {
        runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
                .run(context -> {
                    chargeTwice(context.getBean(Payments.class));
                    assertThat(context).hasSingleBean(IdempotencyMeters.class);
                });
    }

    @Test
    void observerOfTheUser_isTold() {
        List<String> seen = new CopyOnWriteArrayList<>();
        CallObserver observer = operation -> outcome -> seen.add(operation.name() + ' ' + outcome.text());
        runner.withBean("mine", CallObserver.class, () -> observer).run(context -> {
            chargeTwice(context.getBean(Payments.class));
            assertThat(seen).containsExactly("payments.charge run", "payments.charge replayed.local");
        });
    }

    @Test
    void replay_isAnEventInTheApplicationsObservation() {
        List<String> seen = new CopyOnWriteArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public void onEvent(Observation.Event event, Observation.Context context) {
                seen.add(event.getContextualName());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        runner.withBean(ObservationRegistry.class, () -> registry).run(context -> {
            Observation.createNotStarted("request", registry)
                    .observe(() -> chargeTwice(context.getBean(Payments.class)));
            assertThat(seen).containsExactly("idem.replayed payments.charge replayed.local");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idem.alert.duplicate-rate=-0.1",
                "idem.alert.duplicate-rate=10",
                "idem.alert.duplicate-rate=NaN",
                "idem.prices[usage.inputTokens]=-1"
            })
    void alertOrPrice_thatMakesNoSense_stopsTheStart(String setting) {
        String name = setting.substring(0, setting.indexOf('='));
        runner.withPropertyValues(setting)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(IdempotencySetupException.class)
                        .hasMessageContaining(name + " is "));
    }

    @Test
    void alertAndPrices_areBound() {
        runner.withPropertyValues("idem.prices[usage.inputTokens]=0.000003", "idem.alert.duplicate-rate=0.5")
                .run(context -> {
                    assertThat(context.getBean(Prices.class).perUnit())
                            .containsEntry("usage.inputTokens", new BigDecimal("0.000003"));
                    assertThat(context.getBean(IdempotencyProperties.class)
                                    .alert()
                                    .duplicateRate())
                            .isEqualTo(0.5);
                });
        runner.run(context -> assertThat(
                        context.getBean(IdempotencyProperties.class).alert().duplicateRate())
                .isEqualTo(0.1));
    }
}
