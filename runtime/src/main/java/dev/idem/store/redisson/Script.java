package dev.idem.store.redisson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The scripts, one for each thing that is asked, in a resource of the same name that states its keys, arguments and replies. */
enum Script {
    CLAIM,
    START,
    RENEW,
    RELEASE,
    COMPLETE,
    FIND,
    LOOK,
    EVICT,
    POLICY;

    private final String text;

    Script() {
        text = read("record") + '\n' + read(name().toLowerCase(Locale.ROOT));
    }

    /** The whole script, as the server gets it. */
    String text() {
        return text;
    }

    private static String read(String name) {
        try (InputStream resource = Script.class.getResourceAsStream(name + ".lua")) {
            if (resource == null) {
                throw new IllegalStateException("The script " + name + ".lua is missing from Idem's jar.");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
