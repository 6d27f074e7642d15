package dev.idem.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says, once the gateway can answer, where to post to and what to look at. */
@Component
class StartLine {

    private static final Logger log = LoggerFactory.getLogger(StartLine.class);

    private final ServletWebServerApplicationContext context;
    private final Upstream upstream;

    StartLine(ServletWebServerApplicationContext context, Upstream upstream) {
        this.context = context;
        this.upstream = upstream;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        int port = context.getWebServer().getPort();
        log.info("Ready: POST http://127.0.0.1:{}/api/messages (upstream: {})", port, upstream);
        if (upstream.simulator() != null) {
            log.info("See it at work: http://127.0.0.1:{}/", port);
        }
    }
}
