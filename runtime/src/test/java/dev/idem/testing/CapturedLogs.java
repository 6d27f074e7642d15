package dev.idem.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged by anybody at any level, until closed. */
public final class CapturedLogs implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<Appender<ILoggingEvent>> quiet = new ArrayList<>();
    private final Lines lines = new Lines();

    /** Begins to capture, instead of what is usually done with log lines. */
    public CapturedLogs() {
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            quiet.add(all.next());
        }
        quiet.forEach(root::detachAppender);
        lines.setContext(root.getLoggerContext());
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
    }

    /** One text per event: message and stack traces, causes included. */
    public List<String> lines() {
        return lines.copy();
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(lines);
        quiet.forEach(root::addAppender);
    }

    /** Synchronised by its base class. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<String> seen = new ArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            seen.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }

        private synchronized List<String> copy() {
            return List.copyOf(seen);
        }
    }
}
