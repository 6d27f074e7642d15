package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.Sources.source;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What generated code looks like, one file per shape. With the system property {@code idem.golden.write} the expected
 * files are written anew, so that a change of the generator is a difference to review.
 */
final class GoldenTest {

    static final String ORDERS = """
            package shop;
            import dev.idem.*;
            import java.util.*;
            class Orders {
              record Line(String sku, int count, Map<UUID, Optional<String>> extra, Set<Line> parts) {}
              static class Order {
                private final String id = "";
                public final List<Line> lines = List.of();
                public String getId() { return id; }
              }
              record Page<T>(T[] items) {}
              @IdempotentCall(operation = "orders.place", ttl = "24h", lockWait = "0s", lease = "PT5S", store = "redis")
              Optional<List<String>> place(Order order, Page<Line> page, @KeyIgnore Object context) { return null; }
            }
            """;

    private static final String OVERLOADS = """
            package shop;
            import dev.idem.*;
            interface Overloads {
              record Customer(String id, Boolean test) {}
              record Request(Customer customer, boolean dry) {}
              @IdempotentCall(key = {"request.customer.id", "cents"}, unless = "request.customer.test")
              void charge(Request request, long cents);
              @IdempotentCall(operation = "shop.charge-all", unless = "request.dry")
              int[] charge(Request request, java.util.List<Long> cents);
            }
            """;

    private static final String PAY = """
            package shop;
            import dev.idem.*;
            import dev.idem.key.*;
            import java.util.*;
            class Pay {
              sealed interface Payment permits Card, Voucher {}
              record Card(@KeyName("card_number") String number) implements Payment {}
              enum Voucher implements Payment { SMALL, LARGE }
              @IdempotentCall
              String send(
                  @IdempotencyKey UUID clientKey,
                  Payment payment,
                  @KeyEncodedBy(JsonTreeEncoder.class) Map<String, Object> extra) { return ""; }
              @IdempotentCall
              String receive(@KeyContent byte[] body) { return ""; }
            }
            """;

    private static final String CARDS = """
            package shop;
            import dev.idem.*;
            import java.util.*;
            class Cards {
              static class DeclinedException extends Exception {
                private static final long serialVersionUID = 1;
                @SuppressWarnings("serial") private final List<String> hints;
                DeclinedException(String message, ArrayList<String> hints) { this(message, hints, null); }
                DeclinedException(String message, List<String> hints, Throwable cause) {
                  super(message, cause);
                  this.hints = hints;
                }
                List<String> getHints() { return hints; }
              }
              record Answer(Optional<Boolean> complete) {}
              @IdempotentCall(
                  recordIf = "complete",
                  replay = {DeclinedException.class, IllegalStateException.class, UnsupportedOperationException.class})
              Optional<Answer> charge(String id) throws DeclinedException { return Optional.empty(); }
              @IdempotentCall(
                  replay = DeclinedException.class,
                  retry = @Retry(maxAttempts = 4, backoff = "1s", maxBackoff = "10s", jitter = 0.25,
                      on = java.io.IOException.class, never = {Error.class, java.io.FileNotFoundException.class}))
              void refund(String id) throws DeclinedException {}
            }
            """;

    @Test
    void recordedResultsAndReplayedExceptions() {
        matches("Cards", CARDS);
    }

    @Test
    void sealedTypesKeysOfClientsAndEncoders() {
        matches("Pay", PAY);
    }

    @Test
    void structures() {
        matches("Orders", ORDERS);
    }

    @Test
    void pathsAndOverloads() {
        matches("Overloads", OVERLOADS);
    }

    /** The text generated for the one type in the source. */
    static String generated(String text) {
        String name = text.replaceFirst("(?s).*?(?:class|interface) (\\w+).*", "$1");
        Compilation compilation = source("shop." + name, text).isAccepted();
        return compilation.generatedSourceFiles().stream()
                .map(file -> {
                    try {
                        return file.getCharContent(false).toString();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining());
    }

    private static void matches(String name, String text) {
        Path expected = Path.of("src", "test", "resources", "expected", name + "_IdempotentCalls.java.txt");
        String generated = generated(text);
        try {
            if (Boolean.getBoolean("idem.golden.write")) {
                Files.writeString(expected, generated, UTF_8);
            }
            assertThat(generated).isEqualTo(Files.readString(expected, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
