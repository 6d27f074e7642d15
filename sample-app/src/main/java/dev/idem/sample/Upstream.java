package dev.idem.sample;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import dev.idem.sample.simulator.Simulator;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The model API behind the gateway: a given address, the real API, or a simulator of our own. */
record Upstream(
        @Nullable String address, String apiKey, @Nullable Simulator simulator) implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** An address wins over a key, and without either nothing leaves this machine. */
    static Upstream choose(String address, String apiKey) {
        if (!address.isBlank()) {
            return new Upstream(address, apiKey.isBlank() ? "none" : apiKey, null);
        }
        if (!apiKey.isBlank()) {
            return new Upstream(null, apiKey, null);
        }
        Simulator simulator = Simulator.start();
        return new Upstream(simulator.address().toString(), "none", simulator);
    }

    /** The official client. Its own retries are off: the guard sits outside, and each attempt may cost. */
    AnthropicClient client() {
        AnthropicOkHttpClient.Builder client =
                AnthropicOkHttpClient.builder().apiKey(apiKey).maxRetries(0).timeout(TIMEOUT);
        if (address != null) {
            client.baseUrl(address);
        }
        return client.build();
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    /** For people; without the key. */
    @Override
    public String toString() {
        if (address == null) {
            return "the real API";
        }
        return simulator == null ? address : "simulator at " + address;
    }
}
