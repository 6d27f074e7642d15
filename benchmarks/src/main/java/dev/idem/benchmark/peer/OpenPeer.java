package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.Prompts;

/**
 * A contender that is ready to be called.
 *
 * @param prompts the guarded methods
 * @param resources what has to be closed at the end
 */
public record OpenPeer(Prompts prompts, AutoCloseable resources) implements AutoCloseable {

    static OpenPeer of(Prompts prompts) {
        return new OpenPeer(prompts, () -> {});
    }

    @Override
    public void close() {
        try {
            resources.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
