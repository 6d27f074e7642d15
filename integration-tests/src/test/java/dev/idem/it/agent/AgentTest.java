package dev.idem.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.aspectj.weaver.loadtime.Agent;
import org.junit.jupiter.api.Test;

/** The tests of the woven doors run beside an agent that weaves guarded methods and leaves all others alone. */
final class AgentTest {

    @Test
    void agent_isReallyThere() {
        assertThat(Agent.getInstrumentation()).isNotNull();
    }

    @Test
    void classWithoutGuardedMethods_isLeftAlone() {
        assertThat(Arrays.stream(Bystander.class.getDeclaredMethods()).map(Method::getName))
                .containsExactly("stock");
    }

    /** Has a method like a guarded one. */
    private static final class Bystander {

        @SuppressWarnings("UnusedMethod") // Only its name is looked at.
        int stock(String shelf) {
            return shelf.length();
        }
    }
}
