package dev.idem.faults;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import java.nio.file.Path;
import java.util.List;

/**
 * What the JVM of a caller is told when it starts.
 *
 * @param name unique in its scenario
 * @param servers the addresses of Redis
 * @param sentinelMaster empty where the servers are no Sentinels
 * @param terms what is promised
 * @param history the file that this caller appends to
 * @param epoch when the first key came up, on the machine's monotonic clock
 * @param seed of everything random in this caller
 */
record CallerSettings(
        String name, List<String> servers, String sentinelMaster, Terms terms, Path history, long epoch, long seed) {

    List<String> toArguments() {
        return List.of(
                name,
                String.join(",", servers),
                sentinelMaster,
                terms.onStoreFailure().name(),
                terms.onOwnerCrash().name(),
                history.toString(),
                Long.toString(epoch),
                Long.toString(seed));
    }

    static CallerSettings parse(String... arguments) {
        return new CallerSettings(
                arguments[0],
                List.of(arguments[1].split(",")),
                arguments[2],
                new Terms(StoreFailure.valueOf(arguments[3]), OwnerCrash.valueOf(arguments[4])),
                Path.of(arguments[5]),
                Long.parseLong(arguments[6]),
                Long.parseLong(arguments[7]));
    }
}
