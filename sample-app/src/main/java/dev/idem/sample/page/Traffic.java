package dev.idem.sample.page;

import dev.idem.sample.Completion;
import dev.idem.sample.PromptRequest;
import dev.idem.sample.simulator.Bill;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What comes in at the gateway, and what its clients get. Each answer of the model has an id of its own, so the second
 * one with an id is a replay. Thread-safe.
 */
@Component
final class Traffic {

    private static final int ANSWERS = 60;
    private static final int IDS = 10_000;

    private final Records records;
    private final Map<Long, Visit> underWay = new LinkedHashMap<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private long requests;
    private long failed;
    private Bill saved = Bill.NONE;

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

    synchronized Visit arrived(PromptRequest prompt) {
        requests++;
        Visit visit = new Visit(requests, prompt, System.nanoTime());
        underWay.put(visit.number(), visit);
        records.sent(prompt);
        return visit;
    }

    synchronized void answered(Visit visit, Completion completion) {
        if (visit.prompt().creative()) {
            end(visit, Kind.BYPASSED);
        } else if (isNew(completion.id())) {
            records.answered(visit.prompt());
            end(visit, Kind.RAN);
        } else {
            Completion.Usage usage = completion.usage();
            saved = saved.plus(new Bill(1, 1, usage.inputTokens(), usage.outputTokens()));
            end(visit, Kind.REPLAYED);
        }
    }

    synchronized void failed(Visit visit) {
        failed++;
        end(visit, Kind.FAILED);
    }

    private boolean isNew(String id) {
        boolean added = ids.add(id);
        if (ids.size() > IDS) {
            ids.remove(ids.iterator().next());
        }
        return added;
    }

    private void end(Visit visit, Kind kind) {
        underWay.remove(visit.number());
        long millis = visit.lasted(System.nanoTime()).toMillis();
        answers.addLast(new Answer(visit.number(), millis, kind));
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

    /** What replays would have cost. */
    synchronized Bill saved() {
        return saved;
    }

    /** The latest ones, the oldest first. */
    synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Who waits now, by prompt. */
    synchronized List<Waiting> waiting() {
        long now = System.nanoTime();
        Map<PromptRequest, List<Visit>> byPrompt = new LinkedHashMap<>();
        underWay.values()
                .forEach(visit -> byPrompt.computeIfAbsent(visit.prompt(), prompt -> new ArrayList<>())
                        .add(visit));
        return byPrompt.entrySet().stream()
                .map(entry -> waiting(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    private static Waiting waiting(PromptRequest prompt, List<Visit> visits, long now) {
        Duration longest = visits.stream()
                .map(visit -> visit.lasted(now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new Waiting(Visit.label(prompt), visits.size(), longest.toMillis());
    }
}
