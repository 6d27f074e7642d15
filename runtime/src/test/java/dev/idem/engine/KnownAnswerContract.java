package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyConflictException;
import dev.idem.codec.ResultType;
import dev.idem.codec.jackson.JacksonResultCodec;
import dev.idem.key.Fingerprint;
import dev.idem.key.Leaf;
import dev.idem.key.LeafHash;
import dev.idem.key.LookupKey;
import dev.idem.key.RecordAddress;
import dev.idem.store.IdempotencyStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that are found by the arguments alone: they stand exactly as long as the store's copy does. */
abstract class KnownAnswerContract {

    private static final Duration TTL = Duration.ofHours(1);

    /** Recognised by the leaves of its arguments: a list of texts. */
    private static final Operation BY_LEAVES = operation("list", List.class)
            .withLookup(LookupKey.of(
                    arguments -> LeafHash.list(LeafHash.start(), texts(arguments), LeafHash::add),
                    arguments -> new @Nullable Object[] {Leaf.list(texts(arguments), (String text) -> Leaf.copy(text))},
                    (arguments, copy) -> Leaf.list(
                            texts(arguments),
                            ((Object[]) copy)[0],
                            (String text, @Nullable Object leaf) -> Leaf.same(text, leaf))));

    /** Recognised by its canonical text. */
    private static final Operation BY_TEXT = operation("text", List.class);

    private final ManualTimer timer = new ManualTimer();
    private final IdempotencyStore store = store(timer);
    private final AtomicInteger runs = new AtomicInteger();
    private final ManualTransactions transactions = new ManualTransactions();
    private volatile Optional<String> tenant = Optional.empty();
    private volatile CallPolicy policy = CallPolicy.DEFAULT.with(PolicyOverrides.NONE.withTtl(TTL));
    private final IdempotencyEngine engine = new IdempotencyEngine(
            "shop",
            () -> tenant,
            operation -> new Guard(policy, store),
            new JacksonResultCodec(),
            EngineLimits.DEFAULT,
            Optional.of(transactions),
            timer,
            () -> "token" + runs.get() + timer.nanoTime());

    /** A store by this clock that keeps copies. */
    abstract IdempotencyStore store(ManualTimer clock);

    /** The address is evicted by another process. */
    abstract void evictElsewhere(RecordAddress address);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void answer_givenFromACopy_isKnownFromThenOn() throws Throwable {
        for (Operation operation : List.of(BY_LEAVES, BY_TEXT)) {
            assertThat(known(operation, "a")).isSameAs(IdempotencyEngine.UNKNOWN);
            Object first = call(operation, "a");
            assertThat(call(operation, "a")).isEqualTo(first);
            assertThat(known(operation, "a")).isEqualTo(first);
            assertThat(known(operation, "b")).isSameAs(IdempotencyEngine.UNKNOWN);
            assertThat(known(operation, "a", "a")).isSameAs(IdempotencyEngine.UNKNOWN);
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void answer_toOneOperation_isNotThatOfAnother() throws Throwable {
        makeKnown(BY_LEAVES, "a");
        assertThat(known(operation("other", List.class).withLookup(lookup(BY_LEAVES)), "a"))
                .isSameAs(IdempotencyEngine.UNKNOWN);
    }

    @Test
    void answer_toOneTenant_isNotThatOfAnother() throws Throwable {
        tenant = Optional.of("north");
        makeKnown(BY_LEAVES, "a");
        tenant = Optional.of("south");
        assertThat(known(BY_LEAVES, "a")).isSameAs(IdempotencyEngine.UNKNOWN);
        tenant = Optional.empty();
        assertThat(known(BY_LEAVES, "a")).isSameAs(IdempotencyEngine.UNKNOWN);
        tenant = Optional.of("north");
        assertThat(known(BY_LEAVES, "a")).isNotSameAs(IdempotencyEngine.UNKNOWN);
    }

    @Test
    void answer_whoseRecordIsEvicted_isUnknownAtOnce() throws Throwable {
        makeKnown(BY_LEAVES, "a");
        store.evict(address(BY_LEAVES, "a"), TTL).toCompletableFuture().join();
        assertThat(known(BY_LEAVES, "a")).isSameAs(IdempotencyEngine.UNKNOWN);
        assertThat(call(BY_LEAVES, "a")).isEqualTo("answer 2");
    }

    @Test
    void answer_whoseRecordIsEvictedElsewhere_isUnknownAtOnce() throws Throwable {
        makeKnown(BY_LEAVES, "a");
        evictElsewhere(address(BY_LEAVES, "a"));
        assertThat(known(BY_LEAVES, "a")).isSameAs(IdempotencyEngine.UNKNOWN);
    }

    @Test
    void answer_isUnknownAfterTheCopyIsCleared() throws Throwable {
        makeKnown(BY_LEAVES, "a");
        engine.clear();
        assertThat(known(BY_LEAVES, "a")).isSameAs(IdempotencyEngine.UNKNOWN);
    }

    @Test
    void answer_isUnknownAfterItsTime() throws Throwable {
        makeKnown(BY_LEAVES, "a");
        timer.advance(TTL);
        assertThat(known(BY_LEAVES, "a")).isSameAs(IdempotencyEngine.UNKNOWN);
        assertThat(call(BY_LEAVES, "a")).isEqualTo("answer 2");
    }

    @Test
    void answer_isUnknownWhereCallsGoStraightThrough() throws Throwable {
        AtomicBoolean straight = new AtomicBoolean();
        Operation sometimes = BY_LEAVES.withUnless(arguments -> straight.get());
        makeKnown(sometimes, "a");
        straight.set(true);
        assertThat(known(sometimes, "a")).isSameAs(IdempotencyEngine.UNKNOWN);
        straight.set(false);
        assertThat(engine.scopes().bypassing(() -> {
                    assertThat(known(sometimes, "a")).isSameAs(IdempotencyEngine.UNKNOWN);
                    assertThat(call(sometimes, "a")).as("asking took nothing").isEqualTo("answer 2");
                    return known(sometimes, "a");
                }))
                .isEqualTo("answer 1");
        policy = policy.with(PolicyOverrides.NONE.withEnabled(false));
        assertThat(known(sometimes, "a")).isSameAs(IdempotencyEngine.UNKNOWN);
    }

    @Test
    void answer_toAClientKey_isUnknownForOtherContent() throws Throwable {
        for (Operation operation : List.of(BY_TEXT, BY_LEAVES)) {
            Operation keyed =
                    operation.withClientKey(arguments -> texts(arguments).get(0));
            makeKnown(keyed, "key", "content");
            assertThat(known(keyed, "key", "other")).isSameAs(IdempotencyEngine.UNKNOWN);
            assertThatThrownBy(() -> call(keyed, "key", "other")).isInstanceOf(KeyConflictException.class);
            assertThat(known(keyed, "key", "content")).isNotSameAs(IdempotencyEngine.UNKNOWN);
        }
    }

    @Test
    void answer_toArgumentsThatAreChangedLater_staysWithWhatTheyWere() throws Throwable {
        for (Operation operation : List.of(BY_LEAVES, BY_TEXT)) {
            List<String> texts = new ArrayList<>(List.of("a"));
            Object first = engine.execute(operation, new Object[] {texts}, this::run);
            engine.execute(operation, new Object[] {texts}, this::run);
            texts.set(0, "b");
            assertThat(engine.known(operation, new Object[] {texts})).isSameAs(IdempotencyEngine.UNKNOWN);
            assertThat(known(operation, "a")).isEqualTo(first);
        }
    }

    @Test
    void answers_withOneHash_areEachTheirOwn() throws Throwable {
        AtomicInteger compared = new AtomicInteger();
        LookupKey leaves = lookup(BY_LEAVES);
        Operation colliding = BY_LEAVES.withLookup(LookupKey.of(arguments -> 1, leaves::copy, (arguments, copy) -> {
            compared.incrementAndGet();
            return leaves.matches(arguments, copy);
        }));
        int calls = 200;
        for (int i = 0; i < calls; i++) {
            makeKnown(colliding, "call " + i);
        }
        compared.set(0);
        for (int i = 0; i < calls; i++) {
            assertThat(call(colliding, "call " + i)).isEqualTo("answer " + (i + 1));
        }
        assertThat(compared.get()).as("comparisons").isLessThanOrEqualTo(4 * calls);
        assertThat(runs).hasValue(calls);
    }

    @Test
    void answer_thatNobodyCanChange_isOneObjectForAll() throws Throwable {
        Operation shared = operation("immutable", List.class, ResultType.of(List.class, ResultType.of(String.class)))
                .withImmutableResult();
        Object[] arguments = {List.of("a")};
        for (int i = 0; i < 3; i++) {
            answer(shared, arguments, () -> new ArrayList<>(List.of("x")));
        }
        List<?> known = (List<?>) engine.known(shared, arguments);
        assertThat(known).isEqualTo(List.of("x")).isSameAs(engine.known(shared, arguments));
        assertThatThrownBy(known::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void answer_thatACallerCanChange_isMadeForEach() throws Throwable {
        Operation own = operation("mutable", List.class, ResultType.of(List.class, ResultType.of(String.class)));
        Object[] arguments = {List.of("a")};
        for (int i = 0; i < 3; i++) {
            List<?> answer = (List<?>) answer(own, arguments, () -> new ArrayList<>(List.of("x")));
            assertThat(answer).isEqualTo(List.of("x"));
            answer.clear();
        }
        assertThat(engine.known(own, arguments)).isEqualTo(List.of("x"));
    }

    @Test
    void answer_thatIsNull_isKnown() throws Throwable {
        Object[] arguments = {List.of("a")};
        for (int i = 0; i < 2; i++) {
            engine.execute(BY_LEAVES, arguments, () -> null);
        }
        assertThat(engine.known(BY_LEAVES, arguments)).isNull();
    }

    @Test
    void answer_thatIsAnException_isThrownAnew() throws Throwable {
        Operation failing = BY_LEAVES.withReplay(List.of(EngineTestBench.BROKEN));
        Object[] arguments = {List.of("a")};
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> engine.execute(failing, arguments, () -> {
                        throw new IllegalStateException("broken " + runs.incrementAndGet());
                    }))
                    .hasMessage("broken 1");
        }
        Throwable[] thrown = new Throwable[2];
        for (int i = 0; i < 2; i++) {
            int place = i;
            assertThatThrownBy(() -> engine.known(failing, arguments))
                    .isInstanceOf(IllegalStateException.class)
                    .satisfies(failure -> thrown[place] = failure);
        }
        assertThat(thrown[0]).isNotSameAs(thrown[1]);
    }

    @Test
    void call_thatJoinsATransaction_isNotAnsweredAheadOfIt() throws Throwable {
        Operation joining = BY_LEAVES.joiningTransaction();
        Object[] arguments = {List.of("a")};
        for (int i = 0; i < 3; i++) {
            engine.execute(joining, arguments, this::run);
        }
        assertThat(engine.known(joining, arguments)).isSameAs(IdempotencyEngine.UNKNOWN);
    }

    private Object makeKnown(Operation operation, String... texts) throws Throwable {
        call(operation, texts);
        return call(operation, texts);
    }

    private Object call(Operation operation, String... texts) throws Throwable {
        return answer(operation, new Object[] {List.of(texts)}, this::run);
    }

    /** As a door does it. */
    private @Nullable Object answer(Operation operation, Object[] arguments, Invocation method) throws Throwable {
        Object known = engine.known(operation, arguments);
        return IdempotencyEngine.UNKNOWN.equals(known) ? engine.execute(operation, arguments, method) : known;
    }

    private @Nullable Object known(Operation operation, String... texts) throws Throwable {
        return engine.known(operation, new Object[] {new ArrayList<>(List.of(texts))});
    }

    private Object run() {
        return "answer " + runs.incrementAndGet();
    }

    private RecordAddress address(Operation operation, String text) {
        return new RecordAddress(
                "shop",
                null,
                operation.name(),
                Fingerprint.of(("{\"texts\":[\"" + text + "\"]}").getBytes(StandardCharsets.UTF_8))
                        .derivedKey());
    }

    private static Operation operation(String name, Class<?> parameter) {
        return operation(name, parameter, ResultType.of(String.class));
    }

    private static Operation operation(String name, Class<?> parameter, ResultType result) {
        return new Operation(name, name, List.of(parameter), result, PolicyOverrides.NONE, (arguments, out) -> {
            out.beginObject();
            out.name("texts");
            out.beginArray();
            texts(arguments).forEach(out::value);
            out.endArray();
            out.endObject();
        });
    }

    private static LookupKey lookup(Operation operation) {
        LookupKey lookup = operation.lookup();
        assertThat(lookup).isNotNull();
        return lookup;
    }

    @SuppressWarnings("unchecked") // what the tests give
    private static List<String> texts(@Nullable Object[] arguments) {
        return (List<String>) arguments[0];
    }
}
