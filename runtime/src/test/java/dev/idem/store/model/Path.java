package dev.idem.store.model;

import dev.idem.store.model.Verb.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way through the model on which real stores are driven: two callers with the same content and one with other content,
 * whose commands come in any order, late, doubled, or without any right to them. A command names the first grant of its
 * token, and a completion keeps the end that it was first sent with.
 */
public final class Path {

    private static final Table TABLE = new Table(Set.of());
    private static final int CALLERS = 3;
    private static final List<Choice> CHOICES = Stream.concat(
                    Stream.of(new Choice(Kind.EVICT, 0), new Choice(null, 0)),
                    Stream.of(Kind.values())
                            .filter(kind -> kind != Kind.EVICT)
                            .flatMap(kind -> Stream.of(0, 1, 2).map(caller -> new Choice(kind, caller))))
            .toList();

    private final List<Step> steps;
    private final Entry entry;
    private final int now;
    private final List<Integer> grants;
    private final List<Integer> ends;

    private Path(List<Step> steps, Entry entry, int now, List<Integer> grants, List<Integer> ends) {
        this.steps = steps;
        this.entry = entry;
        this.now = now;
        this.grants = grants;
        this.ends = ends;
    }

    private record Choice(@Nullable Kind kind, int caller) {}

    private static Path start() {
        List<Integer> nothing = List.of(Entry.NONE, Entry.NONE, Entry.NONE);
        return new Path(List.of(), Entry.ABSENT, 0, nothing, nothing);
    }

    /** Every path of this many steps, each followed by two look-ups; without steps that no command can have caused. */
    public static void all(int length, Consumer<Path> each) {
        start().extend(length, each);
    }

    /** A path from a seed. */
    public static Path random(long seed, int length) {
        Random random = new Random(seed);
        Path path = start();
        while (path.steps.size() < length) {
            Choice choice = CHOICES.get(random.nextInt(CHOICES.size()));
            boolean wild = random.nextInt(8) == 0;
            path = wild || path.makesSense(choice) ? path.then(choice) : path.look();
        }
        return path.look();
    }

    public List<Step> steps() {
        return steps;
    }

    private void extend(int length, Consumer<Path> each) {
        if (length == 0) {
            each.accept(look());
            return;
        }
        CHOICES.stream().filter(this::makesSense).forEach(choice -> then(choice).extend(length - 1, each));
    }

    /** Callers set out in order; who never claimed sends nothing but a completion, and that to a record in use. */
    private boolean makesSense(Choice choice) {
        boolean first = steps.isEmpty();
        if (choice.kind() == null || choice.kind() == Kind.EVICT) {
            return !first || choice.kind() == Kind.EVICT;
        }
        if (choice.kind() == Kind.CLAIM) {
            return choice.caller() != 1 || !first;
        }
        boolean stranger = grants.get(choice.caller()) == Entry.NONE;
        return !stranger || (entry.state() != Entry.State.FREE && choice.caller() > 0);
    }

    private Path then(Choice choice) {
        if (choice.kind() == null) {
            return new Path(with(new Step.Tick()), entry.at(now + 1), now + 1, grants, ends);
        }
        int caller = choice.caller();
        Verb verb = verb(choice.kind(), caller);
        Table.Effect effect = TABLE.apply(entry, verb, now);
        boolean granted = effect.reply().is(Reply.Word.GRANTED) && grants.get(caller) == Entry.NONE;
        return new Path(
                with(new Step.Send(verb, effect.reply())),
                effect.entry(),
                now,
                granted ? set(grants, caller, effect.reply().number()) : grants,
                choice.kind() == Kind.COMPLETE ? set(ends, caller, verb.end()) : ends);
    }

    private Verb verb(Kind kind, int caller) {
        int known = grants.get(caller) == Entry.NONE ? Math.max(entry.grant(), 0) : grants.get(caller);
        int end = ends.get(caller) == Entry.NONE ? now + Time.TTL : ends.get(caller);
        int content = caller == CALLERS - 1 ? 1 : 0;
        return new Verb(kind, caller, content, known, end, 1 << caller);
    }

    private Path look() {
        List<Step> seen = new ArrayList<>(steps);
        for (int content = 0; content <= 1; content++) {
            seen.add(new Step.Find(content, TABLE.find(entry, content, now)));
        }
        return new Path(List.copyOf(seen), entry, now, grants, ends);
    }

    private List<Step> with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return List.copyOf(more);
    }

    private static List<Integer> set(List<Integer> list, int index, int value) {
        List<Integer> changed = new ArrayList<>(list);
        changed.set(index, value);
        return List.copyOf(changed);
    }
}
