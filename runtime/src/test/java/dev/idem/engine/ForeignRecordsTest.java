package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.OutcomeUnavailableException;
import dev.idem.codec.ResultType;
import dev.idem.codec.jackson.JacksonResultCodec;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that another version of a program wrote, or somebody else: none is guessed at, and none leads to a second run. */
@Timeout(60)
final class ForeignRecordsTest {

    private static final AtomicBoolean TRAP_LOADED = new AtomicBoolean();
    private static final String TRAP = ForeignRecordsTest.class.getName() + "$Trap";

    private final EngineTestBench bench = new EngineTestBench();
    private final JacksonResultCodec codec = new JacksonResultCodec();
    private final Outcomes outcomes = new Outcomes(codec, EngineLimits.DEFAULT.maxOutcomeSize());
    private final AtomicInteger runs = new AtomicInteger();
    private final IdempotencyEngine engine = new IdempotencyEngine(
            "shop",
            Optional::empty,
            operation -> new Guard(bench.policy, bench.shared),
            codec,
            EngineLimits.DEFAULT,
            Optional.empty(),
            bench.timer,
            () -> "token");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void record_ofThisVersion_isReplayed() throws Throwable {
        plant(value(ResultType.of(Receipt.class), "{\"id\":\"a\",\"cents\":1,\"note\":null}"));

        assertThat(call(ResultType.of(Receipt.class))).isEqualTo(new Receipt("a", 1, null));
    }

    /** The receipt of each of these had another component, or one less or more, than today's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"cents\":1}",
                "{\"id\":\"a\",\"note\":null}",
                "{\"id\":\"a\",\"cents\":1,\"note\":null,\"currency\":\"EUR\"}",
                "{\"id\":\"a\",\"cents\":\"1\",\"note\":null}",
                "{\"id\":1,\"cents\":1,\"note\":null}",
                "{\"id\":\"a\",\"cents\":1.5,\"note\":null}",
                "{\"id\":\"a\",\"cents\":1,\"note\":{\"text\":\"b\"}}",
                "{\"id\":\"a\",\"cents\":9223372036854775808,\"note\":null}",
            })
    void record_ofAnotherVersionOfItsType_isNeverRunAgain(String json) {
        assertUnavailable(ResultType.of(Receipt.class), value(ResultType.of(Receipt.class), json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"id\":\"a\"}", "{\"id\":\"a\",\"cents\":1,\"note\":null}", "{\"id\":\"a\",\"cents\":true}"})
    void record_ofAnotherVersionOfAClass_isNeverRunAgain(String json) {
        assertUnavailable(ResultType.of(Bill.class), value(ResultType.of(Bill.class), json));
    }

    @Test
    void record_cutAnywhere_isNeverRunAgain() {
        byte[] whole = value(ResultType.of(Receipt.class), "{\"id\":\"a\",\"cents\":1,\"note\":null}");
        for (int length = 0; length < whole.length; length++) {
            assertUnavailable(ResultType.of(Receipt.class), Arrays.copyOf(whole, length));
        }
    }

    @Test
    void record_ofAnUnknownKind_isNeverRunAgain() {
        byte[] record = value(ResultType.of(Receipt.class), "{\"id\":\"a\",\"cents\":1,\"note\":null}");
        for (int kind = Byte.MIN_VALUE; kind <= Byte.MAX_VALUE; kind++) {
            if (kind < 0 || kind > 1) {
                record[0] = (byte) kind;
                assertUnavailable(ResultType.of(Receipt.class), record);
            }
        }
    }

    @Test
    void record_thatNamesAClass_loadsNone() {
        String receipt = "\"id\":\"a\",\"cents\":1,\"note\":null";
        List<String> planted = List.of(
                "{\"@class\":\"" + TRAP + "\"," + receipt + "}",
                "{\"@type\":\"" + TRAP + "\"," + receipt + "}",
                "{\"@c\":\".ForeignRecordsTest$Trap\"," + receipt + "}",
                "[\"" + TRAP + "\",{" + receipt + "}]",
                "{\"" + TRAP + "\":{" + receipt + "}}",
                "{\"id\":[\"" + TRAP + "\",\"a\"],\"cents\":1,\"note\":null}");
        for (String json : planted) {
            assertUnavailable(ResultType.of(Receipt.class), value(ResultType.of(Receipt.class), json));
        }
        assertUnavailable(ResultType.of(Receipt.class), thrown(TRAP.getBytes(StandardCharsets.UTF_8)));
        assertThat(TRAP_LOADED).isFalse();
    }

    private static byte[] thrown(byte[] text) {
        return ByteBuffer.allocate(1 + text.length).put((byte) 3).put(text).array();
    }

    private void assertUnavailable(ResultType type, byte[] record) {
        plant(record);

        assertThatThrownBy(() -> call(type))
                .as("%s", Arrays.toString(record))
                .isInstanceOf(OutcomeUnavailableException.class)
                .hasMessageContaining("has run and is not run a second time");
        assertThat(runs).hasValue(0);
    }

    private @Nullable Object call(ResultType type) throws Throwable {
        return engine.execute(EngineTestBench.operation("charge", type), new Object[] {"1"}, () -> {
            runs.incrementAndGet();
            return null;
        });
    }

    private void plant(byte[] record) {
        ClaimRequest request = EngineTestBench.foreignRequest("1");
        bench.shared.evict(request.address(), EngineTestBench.TTL);
        ClaimReply.Granted granted = (ClaimReply.Granted)
                bench.shared.claim(request).toCompletableFuture().join();
        Claim claim = request.granted(granted.grant());
        bench.shared.complete(new Completion(claim, new Payload(record.clone()), Duration.ZERO));
    }

    /** What this library records for a value of the type whose JSON is this. */
    private byte[] value(ResultType type, String json) {
        Call call = new Call(
                EngineTestBench.operation("charge", type),
                new Guard(bench.policy, bench.shared),
                EngineTestBench.address("1"),
                EngineTestBench.fingerprint("1"));
        Object sample = type.raw() == Bill.class ? new Bill() : new Receipt("", 0, null);
        byte[] header = Arrays.copyOf(outcomes.encode(call, sample).bytes(), 5);
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(header.length + text.length)
                .put(header)
                .put(text)
                .array();
    }

    /** The result of today's version. */
    record Receipt(String id, long cents, @Nullable String note) {}

    /** The same as a class. */
    @SuppressWarnings("unused") // written and filled by the codec
    static final class Bill {
        private String id = "";
        private long cents;
    }

    /** What no record may load. */
    @SuppressWarnings("unused") // named by a record
    static final class Trap {
        static {
            TRAP_LOADED.set(true);
        }
    }
}
