package dev.idem.store.model;

import dev.idem.OwnerCrash;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is let loose on a record.
 *
 * @param contents the content of each flight's calls
 * @param attempts how many claims each flight may send
 * @param ticks how long it goes on
 * @param evictions how often the record is evicted
 * @param doubled whether every command may arrive any number of times, instead of once at most
 * @param copies whether each flight keeps local copies of outcomes
 */
public record Scenario(
        List<Integer> contents,
        List<Integer> attempts,
        OwnerCrash onOwnerCrash,
        int ticks,
        int evictions,
        boolean doubled,
        boolean copies,
        Set<Flaw> flaws) {

    static Scenario twoFlights(OwnerCrash onOwnerCrash) {
        return new Scenario(List.of(0, 0), List.of(1, 1), onOwnerCrash, 3, 1, true, false, Set.of());
    }

    Scenario contents(Integer... each) {
        return new Scenario(List.of(each), attempts, onOwnerCrash, ticks, evictions, doubled, copies, flaws);
    }

    Scenario attempts(Integer... each) {
        return new Scenario(contents, List.of(each), onOwnerCrash, ticks, evictions, doubled, copies, flaws);
    }

    Scenario ticks(int number) {
        return new Scenario(contents, attempts, onOwnerCrash, number, evictions, doubled, copies, flaws);
    }

    Scenario evictions(int number) {
        return new Scenario(contents, attempts, onOwnerCrash, ticks, number, doubled, copies, flaws);
    }

    Scenario once() {
        return new Scenario(contents, attempts, onOwnerCrash, ticks, evictions, false, copies, flaws);
    }

    Scenario withCopies() {
        return new Scenario(contents, attempts, onOwnerCrash, ticks, evictions, doubled, true, flaws);
    }

    Scenario with(Flaw flaw) {
        return new Scenario(contents, attempts, onOwnerCrash, ticks, evictions, doubled, copies, EnumSet.of(flaw));
    }

    /** Whether all flights are alike, so that it is enough to look at those that set out in order. */
    boolean alike() {
        return Set.copyOf(contents).size() == 1 && Set.copyOf(attempts).size() == 1;
    }

    boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }

    boolean rejects() {
        return onOwnerCrash == OwnerCrash.REJECT;
    }
}
