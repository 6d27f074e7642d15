package dev.idem.it;

import dev.idem.IdempotentCall;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** A guarded method for each kind of plain result. */
public class PlainResults {

    private final Answers answers;

    public PlainResults(Answers answers) {
        this.answers = answers;
    }

    @IdempotentCall
    public void nothing(String call) {
        answers.run();
    }

    @IdempotentCall
    public @Nullable String text(String call) {
        return answers.run();
    }

    @IdempotentCall
    public int number(String call) {
        return answers.<Integer>run();
    }

    @IdempotentCall
    public long longNumber(String call) {
        return answers.<Long>run();
    }

    @IdempotentCall
    public boolean flag(String call) {
        return answers.<Boolean>run();
    }

    @IdempotentCall
    public char letter(String call) {
        return answers.<Character>run();
    }

    @IdempotentCall
    public double fraction(String call) {
        return answers.<Double>run();
    }

    @IdempotentCall
    public float shortFraction(String call) {
        return answers.<Float>run();
    }

    @IdempotentCall
    public @Nullable Integer boxed(String call) {
        return answers.run();
    }

    @IdempotentCall
    public BigDecimal amount(String call) {
        return answers.run();
    }

    @IdempotentCall
    public UUID id(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Payment.Waived constant(String call) {
        return answers.run();
    }

    @IdempotentCall
    public byte[] bytes(String call) {
        return answers.run();
    }

    @IdempotentCall
    public int[][] table(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Optional<String> perhaps(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Optional<List<Receipt>> perhapsReceipts(String call) {
        return answers.run();
    }

    @IdempotentCall
    public List<@Nullable String> texts(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Set<Long> numbers(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Map<String, Integer> counts(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Map<UUID, Map<Payment.Waived, List<byte[]>>> nested(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Receipt receipt(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Receipt[] receipts(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Page<Map<String, Page<Receipt>>> pages(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Times times(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Instant instant(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Payment payment(String call) {
        return answers.run();
    }

    @IdempotentCall
    public List<Payment> payments(String call) {
        return answers.run();
    }

    @IdempotentCall
    public Page<Payment> pagesOfPayments(String call) {
        return answers.run();
    }

    @IdempotentCall
    public ResponseEntity<Receipt> response(String call) {
        return answers.run();
    }

    @IdempotentCall
    public ResponseEntity<Void> emptyResponse(String call) {
        return answers.run();
    }

    @IdempotentCall
    public ResponseEntity<List<Payment>> responseOfPayments(String call) {
        return answers.run();
    }

    @IdempotentCall
    public ResponseEntity<Optional<String>> responsePerhaps(String call) {
        return answers.run();
    }

    @IdempotentCall
    public ResponseEntity<byte[]> responseOfBytes(String call) {
        return answers.run();
    }

    @IdempotentCall(recordIf = "statusCode.error")
    public ResponseEntity<String> refusal(String call) {
        return answers.run();
    }
}
