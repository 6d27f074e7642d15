package dev.idem.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.codec.ResultType;
import dev.idem.engine.CallKey;
import dev.idem.engine.Idempotency;
import dev.idem.engine.Operation;
import dev.idem.engine.PolicyOverrides;
import dev.idem.reactor.ReactorShapes;
import dev.idem.store.caffeine.CaffeineStore;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What requests of a WebClient carry of the calls that send them. */
final class UpstreamKeyFilterTest {

    private final Idempotency idempotency =
            Idempotency.builder().store(new CaffeineStore(1 << 20)).build();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final WebClient client = WebClient.builder()
            .baseUrl("http://localhost")
            .filter(new UpstreamKeyFilter(idempotency))
            .exchangeFunction(this::answer)
            .build();

    @AfterEach
    void close() {
        idempotency.close();
    }

    private Mono<ClientResponse> answer(ClientRequest request) {
        keys.add(Objects.requireNonNullElse(request.headers().getFirst("Idempotency-Key"), "none"));
        return Mono.just(ClientResponse.create(HttpStatus.NO_CONTENT).build());
    }

    private Mono<?> send(HttpMethod method, String path) {
        return client.method(method).uri(path).retrieve().toBodilessEntity();
    }

    private Object charge(Mono<?> work) throws Throwable {
        Operation charge = new Operation(
                        "payments.charge",
                        "charge",
                        List.of(),
                        ResultType.of(Void.class),
                        PolicyOverrides.NONE,
                        (arguments, out) -> {
                            out.beginObject();
                            out.name("order");
                            out.value("1");
                            out.endObject();
                        })
                .withShape(ReactorShapes.MONO);
        return ((Mono<?>) Objects.requireNonNull(
                        idempotency.engine().execute(charge, new Object[0], () -> work.then(Mono.empty()))))
                .block();
    }

    @Test
    void requestOfAReactiveCall_hasItsKeyOnWhateverThread() throws Throwable {
        charge(send(HttpMethod.POST, "/charges")
                .then(send(HttpMethod.GET, "/charges"))
                .then(Mono.defer(() -> send(HttpMethod.POST, "/receipts")).subscribeOn(Schedulers.parallel())));

        assertThat(keys).hasSize(3).doesNotHaveDuplicates();
        assertThat(keys.get(0)).matches("\"ik_[0-9a-f]{32}\"");
        assertThat(keys.get(1)).isEqualTo("none");
        assertThat(keys.get(2)).matches("\"ik_[0-9a-f]{32}\"");
    }

    @Test
    void requestThatABlockingCallWaitsFor_hasItsKey() throws Exception {
        idempotency.call(CallKey.of("payments.charge", "payment-1"), Void.class, () -> {
            send(HttpMethod.POST, "/charges").block();
            return null;
        });

        assertThat(keys).hasSize(1).doesNotContain("none");
    }

    @Test
    void requestOutsideOfCalls_hasNone() {
        send(HttpMethod.POST, "/charges").block();

        assertThat(keys).containsExactly("none");
    }
}
