package dev.idem.faults;

import dev.idem.testing.RedisProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every scenario has: a place for its files, a name, and servers and laboratories that end with it. All its waits are
 * bounded themselves; the time-out leaves room for the long mode.
 */
@Tag("faults")
@Timeout(value = 1, unit = TimeUnit.HOURS)
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
abstract class Scenario {

    static final Duration LONGER_THAN_A_LEASE = Terms.LEASE.multipliedBy(3).dividedBy(2);

    @TempDir
    private Path directory;

    private final List<AutoCloseable> closeLastFirst = new ArrayList<>();
    private String name;

    @BeforeEach
    final void name(TestInfo test) {
        name = getClass().getSimpleName()
                + '.'
                + test.getTestMethod().orElseThrow().getName();
    }

    @AfterEach
    final void close() throws Exception {
        for (int i = closeLastFirst.size() - 1; i >= 0; i--) {
            closeLastFirst.get(i).close();
        }
    }

    final Path directory() {
        return directory;
    }

    final Laboratory laboratory(Terms terms) {
        return closed(new Laboratory(name, directory, terms));
    }

    final RedisProcess redis(String... options) {
        return closed(RedisProcess.start(options));
    }

    final TcpProxy proxy(RedisProcess redis) {
        return closed(new TcpProxy(redis.port()));
    }

    /** Lets it be closed after the test, whatever comes of it. */
    final <T extends AutoCloseable> T closed(T thing) {
        closeLastFirst.add(thing);
        return thing;
    }
}
