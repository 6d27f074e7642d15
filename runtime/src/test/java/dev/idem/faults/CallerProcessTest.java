package dev.idem.faults;

import dev.idem.testing.RedisProcess;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A caller does not outlive its laboratory, whatever it is waiting for. */
final class CallerProcessTest extends Scenario {

    @Test
    void caller_withoutAStoreAndWithoutALaboratory_ends() throws IOException {
        RedisProcess redis = redis();
        redis.kill();
        CallerSettings settings = new CallerSettings(
                "jvm1", List.of(redis.address()), "", Terms.DEFAULT, directory().resolve("jvm1"), System.nanoTime(), 0);

        closed(new CallerProcess(settings)).orphan();
    }
}
