package dev.idem.sample.demo;

/** Whether a scene's promise held, and what was seen. */
public record Verdict(boolean holds, String text) {

    static Verdict holds(String shown) {
        return new Verdict(true, "ok: " + shown);
    }

    static Verdict broken(String reason) {
        return new Verdict(false, "FAILED: " + reason);
    }
}
