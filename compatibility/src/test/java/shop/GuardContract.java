package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idem.KeyConflictException;
import dev.idem.engine.CallKey;
import dev.idem.engine.Idempotency;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the application's users see of the guard, on one store. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class GuardContract {

    private Shop shop;
    private Payments payments;
    private String order;

    abstract Shop start();

    final Shop shop() {
        return shop;
    }

    @BeforeAll
    void open() {
        shop = start();
        payments = shop.bean(Payments.class);
    }

    @BeforeEach
    void chooseOrder() {
        order = UUID.randomUUID().toString();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void duplicates_ofEachShape_runOnceAndGetTheFirstAnswer() throws Exception {
        assertOneRun(1, () -> payments.charge(order, new BigDecimal("9.90")));
        assertOneRun(1, () -> payments.withKey("client-" + order, order, BigDecimal.ONE));
        assertOneRun(1, () -> payments.decide(order));
        assertOneRun(1, () -> payments.later(order).join());
        assertOneRun(1, () -> payments.mono(order).block());
        assertOneRun(3, () -> payments.flux(order).collectList().block());
        assertOneRun(2, () -> payments.all(List.of(order, order + "-2")));
        assertOneRun(1, () -> catchThrowable(() -> payments.declined(order)).getMessage());
        assertOneRun(1, () -> {
            var response = payments.respond(order);
            return response.getStatusCode() + " " + response.getBody();
        });
        int before = shop.bean(Bank.class).payments();
        Receipt retried = payments.retried(order);
        assertThat(payments.retried(order)).isEqualTo(retried);
        assertThat(shop.bean(Bank.class).payments() - before).isBetween(1, 3);
    }

    @Test
    void clientKey_withOtherContent_isAConflict() {
        payments.withKey(order, "a", BigDecimal.ONE);
        assertThatThrownBy(() -> payments.withKey(order, "b", BigDecimal.ONE)).isInstanceOf(KeyConflictException.class);
    }

    @Test
    void concurrentDuplicates_overHttp_payOnce() throws Exception {
        int before = shop.bean(Bank.class).payments();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest post = post("/payments").build();
        List<CompletableFuture<HttpResponse<String>>> replies = IntStream.range(0, 8)
                .mapToObj(number -> client.sendAsync(post, BodyHandlers.ofString()))
                .toList();
        String first = replies.get(0).get(30, TimeUnit.SECONDS).body();
        assertThat(first).contains(order);
        for (CompletableFuture<HttpResponse<String>> reply : replies) {
            assertThat(reply.get(30, TimeUnit.SECONDS).body()).isEqualTo(first);
        }
        assertThat(shop.bean(Bank.class).payments() - before).isEqualTo(1);
    }

    @Test
    void keyInTheHeader_repeatedRequest_isReplayedAndSaysSo() throws Exception {
        HttpRequest post = post("/orders").header("Idempotency-Key", "\"" + order + "\"").build();
        HttpResponse<String> first = send(post);
        HttpResponse<String> second = send(post);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    }

    @Test
    void keyInTheHeader_missing_isAProblem() throws Exception {
        HttpResponse<String> response = send(post("/orders").build());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("urn:idem:problem:key-missing");
    }

    @Test
    void actuator_showsCallsAndMetersAndHealth() throws Exception {
        payments.charge(order, BigDecimal.ONE);
        assertThat(send(get("/actuator/idempotency")).body()).contains("payments.charge");
        assertThat(send(get("/actuator/metrics/idem.calls")).body()).contains("payments.charge");
        assertThat(send(get("/actuator/health")).body()).contains("\"idempotency\":{\"status\":\"UP\"}");
    }

    @Test
    void joinedCall_isRecordedAtCommitAndReleasedOnRollback() {
        Ledger ledger = shop.bean(Ledger.class);
        TransactionTemplate transaction = new TransactionTemplate(shop.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            ledger.book(order);
            status.setRollbackOnly();
        });
        assertThat(ledger.rows(order)).isZero();
        transaction.executeWithoutResult(status -> assertThat(ledger.book(order)).isEqualTo(1));
        transaction.executeWithoutResult(status -> assertThat(ledger.book(order)).isEqualTo(1));
        assertThat(ledger.rows(order)).isEqualTo(1);
    }

    @Test
    void callInCode_duplicate_getsTheFirstAnswer() throws Exception {
        Idempotency idempotency = shop.bean(Idempotency.class);
        Bank bank = shop.bean(Bank.class);
        CallKey key = CallKey.of("payments.code", order);
        Integer first = idempotency.call(key, Integer.class, bank::pay);
        assertThat(idempotency.call(key, Integer.class, bank::pay)).isEqualTo(first);
    }

    private HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"order\": \"" + order + "\", \"amount\": 5}"));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(uri(path)).build();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + shop.port() + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private void assertOneRun(int payments, Supplier<Object> call) {
        Bank bank = shop.bean(Bank.class);
        int before = bank.payments();
        Object first = call.get();
        assertThat(call.get()).isEqualTo(first);
        assertThat(bank.payments() - before).isEqualTo(payments);
    }
}
