package dev.idem.sample.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Answers prompts, or fails as planned. Whatever work is done is billed, whether the reply arrives or not. */
final class Messages implements Exchange.Endpoint {

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final long LONGEST_ANSWER = 120;

    private final Plan plan;
    private final Ledger ledger;

    Messages(Plan plan, Ledger ledger) {
        this.plan = plan;
        this.ledger = ledger;
    }

    @Override
    public void handle(Exchange exchange) throws IOException, InterruptedException {
        Step step = plan.next();
        ledger.addCall();
        JsonNode request = exchange.body();
        if (!isComplete(request)) {
            exchange.refuse(400, "invalid_request_error", "model, max_tokens and messages are required.");
        } else if (step instanceof Fault fault && fault != Fault.CUT_AFTER_WORK) {
            fail(exchange, fault);
        } else {
            answer(exchange, request, step);
        }
    }

    private static boolean isComplete(JsonNode request) {
        return request.path("model").isTextual()
                && request.path("max_tokens").asLong() > 0
                && !request.path("messages").isEmpty();
    }

    private static void fail(Exchange exchange, Fault fault) throws IOException {
        if (fault == Fault.RATE_LIMITED) {
            exchange.header("retry-after", "1");
        }
        exchange.refuse(fault.status(), fault.type(), "Simulated failure.");
    }

    private void answer(Exchange exchange, JsonNode request, Step step) throws IOException, InterruptedException {
        Thread.sleep(plan.latency().toMillis()); // the model's work
        Wire.Message message = work(request);
        if (step == Fault.CUT_AFTER_WORK) {
            return;
        }
        if (step instanceof HeldReply held) {
            held.hold();
        }
        if (request.path("stream").asBoolean()) {
            stream(new StreamedMessage(message), exchange.events(), step);
        } else {
            exchange.reply(200, message);
        }
    }

    private static void stream(StreamedMessage message, EventStream events, Step step)
            throws IOException, InterruptedException {
        if (step instanceof HeldStream held) {
            held.play(message, events);
        } else {
            message.begin(events);
            message.rest(events);
        }
    }

    private Wire.Message work(JsonNode request) {
        long wanted = request.path("max_tokens").asLong();
        long input = 1L + request.path("messages").toString().length() / CHARACTERS_PER_TOKEN;
        long output = Math.min(wanted, LONGEST_ANSWER);
        long number = ledger.addWork(input, output);
        String stopReason = wanted < LONGEST_ANSWER ? "max_tokens" : "end_turn";
        return Wire.Message.of(number, request.path("model").asText(), stopReason, new Wire.Usage(input, output));
    }
}
