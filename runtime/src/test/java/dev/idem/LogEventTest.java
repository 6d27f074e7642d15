package dev.idem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** The events in logs, and that there are no others. */
final class LogEventTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern NAMELESS = Pattern.compile("\\blog\\s*\\.(info|warn|error|at[A-Z]\\w+)\\(");

    @ParameterizedTest
    @EnumSource
    void event_carriesItsNameUnderTheKeyEvent(LogEvent event) {
        Logger logger = (Logger) LoggerFactory.getLogger("events");
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        logger.addAppender(seen);
        try {
            event.warn(logger).setCause(new IllegalStateException("cause")).log("about {}", 1);
            event.error(logger).log("about {}", 2);
            event.info(logger).log("about {}", 3);
        } finally {
            logger.detachAppender(seen);
        }

        assertThat(seen.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("about 1", "about 2", "about 3");
        assertThat(seen.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.ERROR, Level.INFO);
        assertThat(seen.list.get(0).getThrowableProxy().getMessage()).isEqualTo("cause");
        assertThat(seen.list)
                .allSatisfy(line -> assertThat(line.getKeyValuePairs())
                        .usingRecursiveFieldByFieldElementComparator()
                        .containsExactly(new KeyValuePair("event", event.text())));
    }

    @Test
    void names_areDifferent() {
        assertThat(Arrays.stream(LogEvent.values()).map(LogEvent::text)).doesNotHaveDuplicates();
    }

    @Test
    void reports_allHaveAName() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> nameless = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("LogEvent.java"))
                    .filter(file -> NAMELESS.matcher(read(file)).find())
                    .toList();
            assertThat(nameless).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void event_isReportedSomewhere(LogEvent event) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .anyMatch(file -> read(file).contains("LogEvent." + event.name())))
                    .isTrue();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
