package dev.idem.engine;

import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultType;
import dev.idem.key.ClientKey;
import dev.idem.key.ContentWriter;
import dev.idem.key.LookupKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A guarded method as its annotation declares it, parsed and checked at compile time. Generated code holds one constant
 * per method. Immutable.
 */
public final class Operation {

    private final String name;
    private final String method;
    private final List<Class<?>> parameterTypes;
    private final ResultType resultType;
    private final PolicyOverrides overrides;
    private final ContentWriter content;
    private final Traits traits;

    /**
     * All calls are guarded, by a key that is made from their content, all results are recorded, and no
     * exception is. The method returns its result itself, and joins no transaction.
     *
     * @param name the operation's stable name
     * @param method the method's name
     * @param parameterTypes the erased types of its parameters
     * @param resultType the declared type of the result, whatever shape it is handed out in
     * @param overrides what the annotation sets; the rest is left to the configuration
     * @param content writes what the key is made of, or what else is compared where the client gives the key
     */
    public Operation(
            String name,
            String method,
            List<Class<?>> parameterTypes,
            ResultType resultType,
            PolicyOverrides overrides,
            ContentWriter content) {
        this.name = name;
        this.method = method;
        this.parameterTypes = List.copyOf(parameterTypes);
        this.resultType = resultType;
        this.overrides = overrides;
        this.content = content;
        this.traits = new Traits();
    }

    private Operation(Operation source, Traits traits) {
        this.name = source.name;
        this.method = source.method;
        this.parameterTypes = source.parameterTypes;
        this.resultType = source.resultType;
        this.overrides = source.overrides;
        this.content = source.content;
        this.traits = traits;
    }

    public String name() {
        return name;
    }

    public String method() {
        return method;
    }

    public List<Class<?>> parameterTypes() {
        return parameterTypes;
    }

    public ResultType resultType() {
        return resultType;
    }

    public PolicyOverrides overrides() {
        return overrides;
    }

    public ContentWriter content() {
        return content;
    }

    /** Whether a call with these arguments goes straight through. */
    public Predicate<@Nullable Object[]> unless() {
        return traits.unless;
    }

    public Operation withUnless(Predicate<@Nullable Object[]> value) {
        return with(changed -> changed.unless = value);
    }

    /** Reads the client's own key; null where the key is made from the content. */
    public @Nullable ClientKey clientKey() {
        return traits.clientKey;
    }

    public Operation withClientKey(ClientKey value) {
        return with(changed -> changed.clientKey = value);
    }

    /** Whether this result is recorded. */
    public Predicate<@Nullable Object> recordIf() {
        return traits.recordIf;
    }

    public Operation withRecordIf(Predicate<@Nullable Object> value) {
        return with(changed -> changed.recordIf = value);
    }

    /** The exceptions that are outcomes. */
    public List<ReplayedException> replay() {
        return traits.replay;
    }

    /** What makes this failure an outcome; empty if it is none. */
    Optional<ReplayedException> replayed(Throwable failure) {
        return traits.replay.stream()
                .filter(declared -> declared.type().equals(failure.getClass()))
                .findFirst();
    }

    public Operation withReplay(List<ReplayedException> value) {
        return with(changed -> changed.replay = List.copyOf(value));
    }

    /** How the method hands out its result. */
    public ReturnShape shape() {
        return traits.shape;
    }

    public Operation withShape(ReturnShape value) {
        return with(changed -> changed.shape = value);
    }

    /** Whether the outcome shares the fate of the caller's transaction. */
    public boolean joinsTransaction() {
        return traits.joinsTransaction;
    }

    /** The same operation, whose outcome is recorded when the caller's transaction commits. */
    public Operation joiningTransaction() {
        return with(changed -> changed.joinsTransaction = true);
    }

    /** Makes of the application's codec the one that knows the result type: the same, if the type is not of a library. */
    public UnaryOperator<ResultCodec> resultForm() {
        return traits.resultForm;
    }

    public Operation withResultForm(UnaryOperator<ResultCodec> value) {
        return with(changed -> changed.resultForm = value);
    }

    /** How the call is guarded item by item; null where it is guarded as a whole. */
    public @Nullable Each each() {
        return traits.each;
    }

    public Operation withEach(Each value) {
        return with(changed -> changed.each = value);
    }

    /** Recognises a call that was answered before; null where that takes its canonical text. */
    public @Nullable LookupKey lookup() {
        return traits.lookup;
    }

    public Operation withLookup(LookupKey value) {
        return with(changed -> changed.lookup = value);
    }

    /** Whether nobody can change a result, if nobody can change the lists, sets and maps in it. */
    public boolean isResultImmutable() {
        return traits.isResultImmutable;
    }

    /** The same operation, all of whose callers in a process may be given one object. */
    public Operation withImmutableResult() {
        return with(changed -> changed.isResultImmutable = true);
    }

    /** Whether its callers wait for an answer that is the same, whenever and from wherever a duplicate asks. */
    boolean isPlain() {
        return traits.isPlain;
    }

    /** What a run of it uses, and a replay saves. */
    public List<Saving> savings() {
        return traits.savings;
    }

    public Operation withSavings(List<Saving> value) {
        return with(changed -> changed.savings = List.copyOf(value));
    }

    private Operation with(Consumer<Traits> change) {
        Traits changed = traits.copy();
        change.accept(changed);
        changed.isPlain = ReturnShape.VALUE.equals(changed.shape) && changed.each == null && !changed.joinsTransaction;
        return new Operation(this, changed);
    }

    @Override
    public String toString() {
        return name;
    }

    /** What an annotation may leave unsaid. Not changed any more once an operation has it. */
    private static final class Traits {

        private Predicate<@Nullable Object[]> unless = arguments -> false;
        private @Nullable ClientKey clientKey;
        private Predicate<@Nullable Object> recordIf = result -> true;
        private List<ReplayedException> replay = List.of();
        private ReturnShape shape = ReturnShape.VALUE;
        private boolean joinsTransaction;
        private UnaryOperator<ResultCodec> resultForm = UnaryOperator.identity();
        private @Nullable Each each;
        private @Nullable LookupKey lookup;
        private boolean isResultImmutable;
        private boolean isPlain = true;
        private List<Saving> savings = List.of();

        private Traits copy() {
            Traits copy = new Traits();
            copy.unless = unless;
            copy.clientKey = clientKey;
            copy.recordIf = recordIf;
            copy.replay = replay;
            copy.shape = shape;
            copy.joinsTransaction = joinsTransaction;
            copy.resultForm = resultForm;
            copy.each = each;
            copy.lookup = lookup;
            copy.isResultImmutable = isResultImmutable;
            copy.savings = savings;
            return copy;
        }
    }
}
