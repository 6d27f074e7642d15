package dev.idem.sample.page;

import dev.idem.sample.PromptRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What comes in at the gateway, and what becomes of it. Thread-safe. */
@Component
final class Traffic {

    private static final int ANSWERS = 60;

    private final Records records;

    /** A blocking call runs, if it runs, on the thread that made it. */
    private final Map<Thread, Visit> underWay = new LinkedHashMap<>();

    private final Deque<Answer> answers = new ArrayDeque<>();
    private long requests;
    private long failed;

    Traffic(Records records) {
        this.records = records;
    }

    /** How a request ended, in the order in which they end. */
    record Answer(long number, long millis, Kind kind) {}

    /** What a request led to. */
    enum Kind {
        RAN,
        REPLAYED,
        BYPASSED,
        FAILED
    }

    /**
     * Callers who wait for one answer.
     *
     * @param millis how long the first of them has waited
     */
    record Waiting(String prompt, int callers, long millis) {}

    /** Follows a request from its coming to its answer. */
    @Nullable
    Object watch(MethodInvocation call) throws Throwable {
        Visit visit = arrived((PromptRequest) call.getArguments()[0]);
        try {
            Object answer = call.proceed();
            answered(visit);
            return answer;
        } catch (Throwable failure) {
            end(visit, Kind.FAILED);
            throw failure;
        }
    }

    private synchronized Visit arrived(PromptRequest prompt) {
        requests++;
        Visit visit = new Visit(requests, prompt);
        underWay.put(Thread.currentThread(), visit);
        records.sent(prompt);
        return visit;
    }

    /** The request of this thread goes to the model. */
    synchronized void run() {
        Visit visit = underWay.get(Thread.currentThread());
        if (visit != null) {
            visit.run();
        }
    }

    private synchronized void answered(Visit visit) {
        if (visit.prompt().creative()) {
            end(visit, Kind.BYPASSED);
        } else if (visit.hasRun()) {
            records.answered(visit.prompt());
            end(visit, Kind.RAN);
        } else {
            end(visit, Kind.REPLAYED);
        }
    }

    private synchronized void end(Visit visit, Kind kind) {
        failed += kind == Kind.FAILED ? 1 : 0;
        underWay.remove(Thread.currentThread());
        answers.addLast(new Answer(visit.number(), visit.lasted().toMillis(), kind));
        if (answers.size() > ANSWERS) {
            answers.removeFirst();
        }
    }

    synchronized long requests() {
        return requests;
    }

    synchronized long failed() {
        return failed;
    }

    /** The latest ones, the oldest first. */
    synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Who waits now, by prompt. */
    synchronized List<Waiting> waiting() {
        Map<PromptRequest, List<Visit>> byPrompt = underWay.values().stream()
                .collect(Collectors.groupingBy(Visit::prompt, LinkedHashMap::new, Collectors.toList()));
        return byPrompt.entrySet().stream()
                .map(entry -> waiting(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Waiting waiting(PromptRequest prompt, List<Visit> visits) {
        return new Waiting(
                Visit.label(prompt), visits.size(), visits.get(0).lasted().toMillis());
    }
}
