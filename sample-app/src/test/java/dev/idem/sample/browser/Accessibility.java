package dev.idem.sample.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Test helper: the rules of axe-core. */
final class Accessibility {

    private static final String VIOLATIONS = """
            async () => (await axe.run()).violations.flatMap(rule =>
                rule.nodes.map(node => `${rule.id}: ${node.html} (${node.failureSummary})`))""";

    private Accessibility() {}

    /** Each rule that the page breaks, with the element that breaks it. */
    @SuppressWarnings("unchecked") // what the script returns
    static List<String> violations(Page page) {
        page.evaluate(script());
        return (List<String>) page.evaluate(VIOLATIONS);
    }

    private static String script() {
        try (InputStream axe = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
