package dev.idem.store.model;

/**
 * What a store answers.
 *
 * @param number the grant stamp of a granted claim, the token of an outcome that is given, else zero
 * @param rest ticks that are left of a lease or an outcome, else zero
 */
public record Reply(Word word, int number, int rest) {

    static final Reply SILENCE = of(Word.SILENCE);

    /** The kinds of answers; silence is none. */
    public enum Word {
        SILENCE,
        GRANTED,
        HELD,
        COMPLETED,
        UNKNOWN,
        CONFLICT,
        ABSENT,
        DONE,
        LOST,
        RECORDED,
        SUPERSEDED,
        REFUSED_EVICTED,
        REFUSED_CONFLICT,
        REFUSED_EXPIRED
    }

    public static Reply of(Word word) {
        return new Reply(word, 0, 0);
    }

    static Reply done(boolean done) {
        return of(done ? Word.DONE : Word.LOST);
    }

    boolean is(Word other) {
        return word == other;
    }
}
