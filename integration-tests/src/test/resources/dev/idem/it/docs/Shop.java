package shop;

import dev.idem.engine.Idempotency;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.redisson.api.RedissonClient;
import org.springframework.web.client.RestClient;

record Order(String id, int cents) {}

record Receipt(String id, int cents) {}

record ChargeRequest(String account, long cents) {}

/** What a client posts. */
record Payment(String card, long cents) {}

record PromptRequest(String model, String text, boolean creative) {}

record Prompt(String text) {}

record Completion(String text, boolean complete, Usage usage) {}

record Usage(long inputTokens, long outputTokens) {}

record Document(String id, String text) {}

record Translation(String text) {}

/** A guarded service. */
interface Payments {
    Receipt charge(Order order);
}

/** A provider's client. */
interface Gateway {
    Receipt charge(String account, long cents);
}

/** Another one, which takes keys and can fail. */
interface ModelClient {
    Completion complete(String model, Prompt prompt) throws IOException;

    Receipt charge(ChargeRequest request, String key);
}

/** Where the effect of a payment shows. */
interface PaymentLedger {
    Optional<Receipt> find(String key);
}

final class CardDeclinedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CardDeclinedException(String message) {
        super(message);
    }
}

final class QuotaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    Duration resetsIn() {
        return Duration.ofSeconds(1);
    }
}

/** What every example finds around it. */
abstract class Given {
    Idempotency idempotency;
    Payments payments;
    Gateway gateway;
    ModelClient client;
    PaymentLedger ledger;
    RedissonClient redisson;
    RestClient.Builder builder;

    String clientKey;
    String account;
    long cents;
    Order order;
    ChargeRequest request;
    String model;
    List<Prompt> prompts;
}
