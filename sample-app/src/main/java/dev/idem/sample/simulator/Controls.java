package dev.idem.sample.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The simulator's own endpoints: the bill, and the plan for the next calls. */
final class Controls {

    private final Plan plan;
    private final Supplier<Bill> bill;

    Controls(Plan plan, Supplier<Bill> bill) {
        this.plan = plan;
        this.bill = bill;
    }

    void bill(Exchange exchange) throws IOException {
        exchange.reply(200, Wire.Statement.of(bill.get()));
    }

    /** Takes {@code {"latency_ms": 500, "faults": ["overloaded", "cut_after_work"]}}; both are optional. */
    void plan(Exchange exchange) throws IOException {
        JsonNode request = exchange.body();
        List<Fault> faults = new ArrayList<>();
        try {
            request.path("faults")
                    .forEach(name -> faults.add(Fault.valueOf(name.asText().toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) {
            exchange.refuse(400, "invalid_request_error", "Known faults: " + List.of(Fault.values()));
            return;
        }
        if (request.has("latency_ms")) {
            plan.latency(Duration.ofMillis(request.path("latency_ms").asLong()));
        }
        plan.add(faults);
        exchange.reply(200, Map.of("planned", faults));
    }
}
