package dev.idem.micrometer;

import java.util.List;

/** Every meter, with its tags and what it says. Names and tags are stable; {@code docs/metrics.md} is made of these. */
public enum IdempotencyMeter {
    CALLS(
            "idem.calls",
            Kind.COUNTER,
            "Calls, by what became of them. A call that is guarded item by item counts for each item.",
            Tag.OPERATION,
            Tag.OUTCOME),
    RUN(
            "idem.run",
            Kind.TIMER,
            "How long methods ran, all attempts of a call together. Those that failed are included.",
            Tag.OPERATION),
    WAIT("idem.wait", Kind.TIMER, "How long calls waited for others that were making the same call.", Tag.OPERATION),
    STORE_COMMAND(
            "idem.store.command",
            Kind.TIMER,
            "How long a store outside this process took to answer, or to fail. Commands sent together count once.",
            Tag.STORE,
            Tag.COMMAND,
            Tag.RESULT),
    LEASES_LOST(
            "idem.leases.lost",
            Kind.COUNTER,
            "Running calls that lost their claim, so that another one may have run beside them.",
            Tag.OPERATION),
    RUNS_DUPLICATE(
            "idem.runs.duplicate",
            Kind.COUNTER,
            "Calls that ran though another run of them had been recorded: they have run twice.",
            Tag.OPERATION),
    SPENT("idem.spent", Kind.COUNTER, "What runs used, by savings path.", Tag.OPERATION, Tag.UNIT),
    SAVED(
            "idem.saved",
            Kind.COUNTER,
            "What replays made it unnecessary to use, by savings path.",
            Tag.OPERATION,
            Tag.UNIT);

    private final String text;
    private final Kind kind;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Tag> tags;

    IdempotencyMeter(String text, Kind kind, String description, Tag... tags) {
        this.text = text;
        this.kind = kind;
        this.description = description;
        this.tags = List.of(tags);
    }

    /** The meter's name. */
    public String text() {
        return text;
    }

    public Kind kind() {
        return kind;
    }

    /** What it says, in a sentence or two. */
    public String description() {
        return description;
    }

    /** The tags that each of its series has. */
    public List<Tag> tags() {
        return tags;
    }

    /** What a meter is. */
    public enum Kind {
        COUNTER,
        TIMER
    }

    /** What tells the series of a meter apart. Bounded: there are as many values as operations, stores and savings paths. */
    public enum Tag {
        OPERATION("operation", "The operation's name."),
        OUTCOME("outcome", "What became of the call; the table below."),
        STORE("store", "`redis`, or the name of the store bean."),
        COMMAND("command", "`claim`, `withdraw`, `start`, `renew`, `complete`, `release`, `find`, `evict` or `look`."),
        RESULT("result", "`answered`, or `failed` when there was no answer."),
        UNIT("unit", "The savings path, such as `usage.inputTokens`.");

        private final String key;
        private final String description;

        Tag(String key, String description) {
            this.key = key;
            this.description = description;
        }

        /** The tag's name. */
        public String key() {
            return key;
        }

        /** Its values. */
        public String description() {
            return description;
        }
    }
}
