package dev.idem.engine;

import dev.idem.codec.ResultType;
import dev.idem.store.IdempotencyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One process whose engine guards a method item by item: its arguments are a model and a list of prompts. */
final class Prompts implements AutoCloseable {

    private final IdempotencyEngine engine;
    private final List<List<String>> runs = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Operation operation = operation().withEach(Each.list(1));
    private boolean later;

    Prompts(IdempotencyEngine engine) {
        this.engine = engine;
    }

    /** An engine with real time over this store. */
    static Prompts over(IdempotencyStore store, CallPolicy policy) {
        return new Prompts(new IdempotencyEngine(
                "shop",
                Optional::empty,
                operation -> new Guard(policy, store),
                new TextCodec(),
                new EngineLimits(2, EngineLimits.DEFAULT.maxOutcomeSize()),
                Optional.empty(),
                new SystemTimer(),
                () -> UUID.randomUUID().toString()));
    }

    /** The operation of one prompt; the model {@code straight} is not guarded, a result {@code cut} not recorded. */
    static Operation operation() {
        return new Operation(
                        "complete",
                        "completeAll",
                        List.of(String.class, List.class),
                        ResultType.of(String.class),
                        PolicyOverrides.NONE,
                        (arguments, out) -> {
                            out.beginObject();
                            out.name("model");
                            out.value((String) arguments[0]);
                            if (arguments[1] != null) {
                                out.name("prompts");
                                out.value((String) arguments[1]);
                            }
                            out.endObject();
                        })
                .withUnless(arguments -> "straight".equals(arguments[0]))
                .withRecordIf(result -> !"cut".equals(result));
    }

    /** The method gives its results by prompt. */
    Prompts keyed() {
        operation = operation.withEach(Each.map(1));
        return this;
    }

    /** The method returns a stage of its results. */
    Prompts later() {
        operation = operation.withShape(ReturnShape.STAGE);
        later = true;
        return this;
    }

    /** Each result uses an amount. */
    Prompts saving(Saving saving) {
        operation = operation.withSavings(List.of(saving));
        return this;
    }

    /** What the method was called with, call by call. */
    List<List<String>> runs() {
        return runs;
    }

    /** The result of a guarded call. */
    Object call(String model, List<String> prompts, Completions method) throws Throwable {
        return execute(new Object[] {model, prompts}, new Invocation() {
            @Override
            public Object proceed() throws Throwable {
                return run(prompts);
            }

            @SuppressWarnings("unchecked") // a list of prompts came in
            @Override
            public Object proceed(Object[] arguments) throws Throwable {
                return run((List<String>) arguments[1]);
            }

            private Object run(List<String> missing) throws Throwable {
                runs.add(Collections.unmodifiableList(new ArrayList<>(missing)));
                return later ? stage(missing) : method.complete(missing);
            }

            private CompletableFuture<Object> stage(List<String> missing) {
                try {
                    return CompletableFuture.completedFuture(method.complete(missing));
                } catch (Throwable failure) {
                    return CompletableFuture.failedFuture(failure);
                }
            }
        });
    }

    private Object execute(Object[] arguments, Invocation invocation) throws Throwable {
        Object answer = engine.execute(operation, arguments, invocation);
        return answer instanceof CompletableFuture<?> stage ? Stages.join(stage, () -> {}) : answer;
    }

    /** The same on a thread of its own. */
    CompletableFuture<Object> callLater(String model, List<String> prompts, Completions method) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(call(model, prompts, method));
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.orTimeout(30, TimeUnit.SECONDS);
    }

    /** Lets a call without a list be made. */
    Object callWithoutList(String model) throws Throwable {
        return execute(new Object[] {model, null}, () -> "never");
    }

    /** Each prompt with a mark behind it. */
    static Completions marked(String mark) {
        return prompts -> prompts.stream().map(prompt -> prompt + mark).toList();
    }

    /** A map of pairs, in which values may be null. */
    static Map<String, String> mapOf(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        List<String> all = Arrays.asList(pairs);
        for (int i = 0; i < all.size(); i += 2) {
            map.put(all.get(i), all.get(i + 1));
        }
        return map;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        engine.close();
    }

    /** The user's method. */
    @FunctionalInterface
    interface Completions {

        Object complete(List<String> prompts) throws Throwable;
    }
}
