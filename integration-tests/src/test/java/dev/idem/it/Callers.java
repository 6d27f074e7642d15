package dev.idem.it;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who calls on this thread. */
public final class Callers {

    private Callers() {}

    /** From now on somebody of this name who may do this. */
    public static void become(String name, String... authorities) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(name, "secret", authorities));
    }

    /** From now on nobody. */
    public static void leave() {
        SecurityContextHolder.clearContext();
    }
}
