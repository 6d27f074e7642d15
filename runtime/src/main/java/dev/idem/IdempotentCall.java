package dev.idem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method safe to call twice: the same call, made again by a retry, a double click, a redelivery or another
 * node, runs once and gets the first answer.
 *
 * <p>Two calls are the same when they have the same operation, the same tenant and equal arguments. What an argument's
 * value is, the annotation processor decides at compile time; whatever has no stable value is a compile error.
 *
 * <p>What the method throws is not remembered, except what {@link #replay} names: the exception passes unchanged and the
 * next call runs the method again.
 *
 * <p>Durations are written as {@code 250ms}, {@code 30s}, {@code 15m}, {@code 24h}, {@code 7d} or in ISO-8601; the
 * processor checks them. Configuration under {@code idem.operations[<operation>].*} wins over the annotation, which
 * wins over the defaults under {@code idem.*}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface IdempotentCall {

    /**
     * The stable name of the operation: part of the record's address and of its configuration. Default: the fully
     * qualified name of the declaring type, a dot and the method's name, so that moving or renaming either makes old
     * records unreachable.
     */
    String operation() default "";

    /**
     * Property paths over the parameters that make the key, such as {@code "order.id"}; nothing else is compared.
     * Default: every parameter that is not annotated {@link KeyIgnore}. Beside a parameter annotated
     * {@link IdempotencyKey} they are what is compared with the first call of that key.
     */
    String[] key() default {};

    /** How long an outcome is replayed; {@link Ttl} holds usual times. Default: {@code idem.ttl}, 24 hours. */
    String ttl() default "";

    /**
     * How long a duplicate waits for the running call before it fails with {@link CallInProgressException};
     * {@code 0s} refuses at once. Default: {@code idem.lock-wait}, 60 seconds.
     */
    String lockWait() default "";

    /**
     * How long the claim of a dead owner blocks its key. The claim of a living owner is renewed while its method
     * runs. Default: {@code idem.lease}, 30 seconds.
     */
    String lease() default "";

    /**
     * A boolean property path over the parameters. Where it is true the call goes straight through: nothing is read
     * or stored. Null on the way counts as false. Default: none.
     */
    String unless() default "";

    /**
     * A boolean property path over the result, such as {@code "complete"}; of an {@code Optional} its content is meant,
     * except by {@code "present"} and {@code "empty"}, and of a {@code Flux} its last item. Where it is false the result is returned, to the caller and to
     * those who already wait for it in this process, but not recorded: the next call runs the method again. Null on the
     * way counts as false. Of a {@code ResponseEntity} the path reads its body, except by the properties that the response
     * itself has, and decides alone. Default: every result is recorded, and of responses those with a status of 2xx or 3xx.
     */
    String recordIf() default "";

    /**
     * Exceptions that are outcomes: recorded as a result is, and thrown again to duplicates. An exception counts if its
     * class is exactly one of these; a subclass that is not named is a failure, after which the next call runs.
     *
     * <p>A duplicate gets a new exception with its own stack trace, without cause and without suppressed exceptions. It is
     * made by the constructor that takes most of what can be read back: the message ({@code message} or {@code msg}), null
     * for a {@code cause}, and the exception's properties by their names, of types that can be results. Whatever that
     * constructor does not take is not recorded. If the exception comes back with another message, duplicates get
     * {@link OutcomeUnavailableException} instead. Checked exceptions must be declared by the method, unless it returns what will have its result. Not for a {@code
     * Flux}: a stream that fails is never recorded. Default: none.
     */
    Class<? extends Throwable>[] replay() default {};

    /**
     * The parameter, a {@code List}, whose items are guarded one by one: the key of an item is made as if the method took that
     * item in place of the list, under the parameter's name. The method is called with a list of the items that nobody has a
     * result for, in order, each once; its caller gets the results of all. Paths of {@link #key} begin at an item,
     * {@link #recordIf} and the stored type are those of one result, {@link #unless} lets the whole call through.
     *
     * <p>The method returns a {@code List} with one result for each item of the list it was given, in order, or a {@code Map}
     * by these items, which may leave some out: they are released. It throws {@link PartialResultException} to have the
     * results recorded that it has; what else it throws fails all items of that run. For items that run elsewhere the call
     * waits after its own run, for {@link #lockWait} in all, and runs those that failed there. If one item is refused,
     * nothing is run. An empty list calls nothing, null is refused. Default: the call is guarded as a whole.
     */
    String each() default "";

    /**
     * Numeric property paths over the result, such as {@code "usage.inputTokens"}, read as {@link #recordIf} is: amounts that
     * a run uses, counted as spent when the method has run, and as saved by each replay. Each path is the unit of what it
     * counts: {@code idem.prices[<path>]} turns it into money. Null on the way counts as nothing. Of a {@code Flux} the last
     * item is read, with {@link #each} the result of each item. Default: nothing is counted.
     */
    String[] savings() default {};

    /**
     * How often the method is tried before its failure is the call's. Needs Resilience4j's retry on the class path. Calls
     * that go straight through ({@link #unless}) are not tried again. Default: once.
     */
    Retry retry() default @Retry(maxAttempts = 1);

    /**
     * What becomes of a call when the store gives no answer to its first claim. Default: {@code idem.on-store-failure},
     * reject.
     */
    StoreFailure onStoreFailure() default StoreFailure.DEFAULT;

    /**
     * What becomes of a call whose owner died in the middle of the run. Default: {@code idem.on-owner-crash}, rerun.
     */
    OwnerCrash onOwnerCrash() default OwnerCrash.DEFAULT;

    /**
     * For a method whose only effect is in the database transaction of its caller: true lets the outcome share the fate of
     * that transaction, recorded when it commits and released when it rolls back. Until then the same call inside the
     * transaction gets the pending outcome, and others wait; so it is for exceptions that {@link #replay} names. Called without a transaction, the method is recorded when it
     * returns, as all others are: an effect outside the database survives a rollback.
     */
    boolean joinsTransaction() default false;

    /** {@code local}, {@code redis}, {@code tiered} or the name of a store bean. Default: {@code idem.store}. */
    String store() default "";
}
