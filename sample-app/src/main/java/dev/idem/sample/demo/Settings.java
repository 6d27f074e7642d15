package dev.idem.sample.demo;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of a gateway, as its command line takes them. */
record Settings(Map<String, String> values) {

    /** How long an answer is replayed where the demo waits for the end of it. */
    static final Duration SHORT_TTL = Duration.ofSeconds(5);

    /** How long the claim of a killed instance blocks its prompt. */
    static final Duration LEASE = Duration.ofSeconds(6);

    private static final String STORE = "idem.store";
    private static final String LEASE_SETTING = "idem.lease";
    private static final String TTL = "idem.operations[prompts.complete].ttl";

    Settings {
        values = Map.copyOf(values);
    }

    /** Reads arguments of the form {@code --name=value}. */
    static Settings parse(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("expected --name=value, got " + argument);
            }
            values.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        return new Settings(values);
    }

    static Settings local() {
        return new Settings(Map.of(STORE, "local"));
    }

    static Settings tiered(URI redis) {
        return new Settings(Map.of(
                STORE, "tiered", "idem.redis.address", redis.toString(), LEASE_SETTING, LEASE.toSeconds() + "s"));
    }

    static Settings upstream(URI address) {
        return new Settings(Map.of("gateway.upstream", address.toString(), "server.port", "0", TTL, "10m"));
    }

    /** A lease is at most the TTL, and at least three time-outs of the store. */
    static Settings shortTtl() {
        String ttl = SHORT_TTL.toSeconds() + "s";
        return new Settings(Map.of(TTL, ttl, LEASE_SETTING, ttl, "idem.redis.timeout", "1500ms"));
    }

    /** These settings, where the others do not say something else. */
    Settings with(Settings others) {
        Map<String, String> both = new LinkedHashMap<>(values);
        both.putAll(others.values);
        return new Settings(both);
    }

    String store() {
        return values.getOrDefault(STORE, "default");
    }

    List<String> arguments() {
        return values.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .sorted()
                .toList();
    }
}
