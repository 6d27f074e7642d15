package dev.idem.intercept.aspectj;

/** What the woven door says. */
public final class IdempotentCallAspectTexts {

    private IdempotentCallAspectTexts() {}

    public static Throwable notWired() {
        return new NotWiredException("public java.lang.String shop.Payments.charge(java.lang.String)");
    }
}
