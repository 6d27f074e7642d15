package dev.idem.processor;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of one annotation that the runtime merges with the configuration; empty means not set.
 *
 * @param onStoreFailure the constant's name
 * @param onOwnerCrash the constant's name
 */
record Policy(
        Optional<Duration> ttl,
        Optional<Duration> lockWait,
        Optional<Duration> lease,
        Optional<String> onStoreFailure,
        Optional<String> onOwnerCrash,
        Optional<String> store,
        Optional<RetrySettings> retry) {}
