package dev.idem.store.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.OwnerCrash;
import dev.idem.store.model.Explorer.Exploration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every state that the protocol can reach keeps every promise; and a flaw in it does not go unseen. */
final class ProtocolModelTest {

    private static final Logger log = LoggerFactory.getLogger(ProtocolModelTest.class);

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyState_keepsThePromises(Scenario scenario) {
        assertHolds(scenario);
    }

    @ParameterizedTest
    @MethodSource("longScenarios")
    @EnabledIfSystemProperty(named = "idem.long", matches = "true")
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void everyStateOfALargerWorld_keepsThePromises(Scenario scenario) {
        assertHolds(scenario);
    }

    @ParameterizedTest
    @EnumSource
    void flaw_breaksAPromise(Flaw flaw) {
        assertThat(new Explorer(scenarioOf(flaw)).explore().violation())
                .hasValueSatisfying(way -> assertThat(way).startsWith(flaw.promise()));
    }

    private static void assertHolds(Scenario scenario) {
        Exploration found = new Explorer(scenario).explore();
        log.info("{} states, {} steps: {}", found.states(), found.steps(), scenario);
        assertThat(found.violation()).isEmpty();
    }

    static Stream<Scenario> scenarios() {
        Scenario copies =
                Scenario.twoFlights(OwnerCrash.RERUN).withCopies().once().ticks(2);
        return Stream.concat(
                Stream.of(copies),
                Stream.of(OwnerCrash.RERUN, OwnerCrash.REJECT).flatMap(policy -> {
                    Scenario two = Scenario.twoFlights(policy);
                    return Stream.of(
                            two.ticks(2),
                            two.evictions(0),
                            two.contents(0, 1).ticks(2),
                            two.attempts(2, 1).evictions(0).once().ticks(2),
                            two.attempts(1, 1, 1)
                                    .contents(0, 0, 0)
                                    .once()
                                    .evictions(0)
                                    .ticks(1));
                }));
    }

    static Stream<Scenario> longScenarios() {
        return Stream.of(OwnerCrash.RERUN, OwnerCrash.REJECT).flatMap(policy -> {
            Scenario two = Scenario.twoFlights(policy);
            return Stream.of(
                    two,
                    two.contents(0, 1),
                    two.withCopies().once(),
                    two.attempts(2, 1).evictions(0).ticks(2),
                    two.attempts(2, 1).once().ticks(2),
                    two.attempts(1, 1, 1).contents(0, 0, 0).once().evictions(0).ticks(2),
                    two.attempts(1, 1, 1).contents(0, 0, 1).once().ticks(1));
        });
    }

    private static Scenario scenarioOf(Flaw flaw) {
        boolean starts = List.of(Flaw.CLAIM_IGNORES_THE_START, Flaw.START_IS_NOT_RECORDED, Flaw.START_IGNORES_THE_GRANT)
                .contains(flaw);
        Scenario two = Scenario.twoFlights(starts ? OwnerCrash.REJECT : OwnerCrash.RERUN)
                .with(flaw);
        return switch (flaw) {
            case CLAIM_GIVES_ANY_CONTENT, COMPLETE_IGNORES_THE_CONTENT -> two.contents(0, 1);
            case FLIGHT_USES_ITS_TOKEN_AGAIN -> two.attempts(2, 1).evictions(0);
            case FILL_IGNORES_THE_EPOCH, FILL_COUNTS_FROM_THE_REPLY -> two.withCopies();
            case CLAIM_FORGETS_THE_WAITERS ->
                two.attempts(1, 1, 1).contents(0, 0, 0).once().evictions(0);
            default -> two;
        };
    }
}
