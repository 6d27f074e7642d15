package dev.idem.sample;

import com.anthropic.client.AnthropicClient;
import dev.idem.sample.simulator.Simulator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the client of the model API. */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

    @Bean
    Upstream upstream(@Value("${gateway.upstream:}") String address, @Value("${ANTHROPIC_API_KEY:}") String apiKey) {
        return Upstream.choose(address, apiKey);
    }

    /** Null where the model is not simulated. The upstream closes it. */
    @Bean(destroyMethod = "")
    @Nullable
    Simulator simulator(Upstream upstream) {
        return upstream.simulator();
    }

    @Bean
    AnthropicClient anthropicClient(Upstream upstream) {
        return upstream.client();
    }
}
