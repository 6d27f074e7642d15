package dev.idem.store.redisson;

import dev.idem.testing.RedisProcess;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a server has refused to its users. */
final class AclLog {

    /** What the client asks for once, a key and in clusters two commands, to learn what the server can do. */
    private static final Set<String> PROBES_OF_THE_CLIENT = Set.of("test1", "pubsub|numpat", "pubsub|shardnumsub");

    private static final Pattern OBJECT = Pattern.compile("^object\n(.*)$", Pattern.MULTILINE);

    private AclLog() {}

    /** Commands, keys and channels, the last one first. */
    static List<String> refused(RedisProcess redis) {
        return OBJECT.matcher(redis.ask("ACL LOG"))
                .results()
                .map(entry -> entry.group(1))
                .filter(object -> !PROBES_OF_THE_CLIENT.contains(object))
                .toList();
    }
}
