package dev.idem.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Redis server of a test class: its own process, or the server that {@code IDEM_TEST_REDIS=redis://…} names. Tests
 * that stop or kill their server use {@link RedisProcess} itself.
 */
public final class TestRedis implements BeforeAllCallback, AfterAllCallback {

    private static final String VARIABLE = "IDEM_TEST_REDIS";

    private RedisProcess process;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getenv(VARIABLE) == null) {
            process = RedisProcess.start();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (process != null) {
            process.close();
        }
    }

    /** {@code redis://host:port}. */
    public String address() {
        return process == null ? System.getenv(VARIABLE) : process.address();
    }
}
