package dev.idem.sample.page;

import dev.idem.sample.PromptRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;

/** What the page's own buttons and figures need; its prompts go to the gateway like everybody's. */
@RestController
@RequestMapping("/page")
class PageController {

    private static final int LARGEST_CROWD = 100;

    private final Feed feed;
    private final Model model;
    private final Records records;
    private final Crowd crowd;
    private final Drills drills;

    PageController(Feed feed, Model model, Records records, Crowd crowd, Drills drills) {
        this.feed = feed;
        this.model = model;
        this.records = records;
        this.crowd = crowd;
        this.drills = drills;
    }

    /** A prompt for many clients at once. */
    record Copies(PromptRequest prompt, int copies) {}

    /** Whether there was something to evict. */
    record Evicted(boolean evicted) {}

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<Snapshot> events() {
        return feed.snapshots();
    }

    @PutMapping("/model")
    void model(@RequestBody Model.Weather weather) {
        require(weather.isFair(), "latencyMillis is 0 to 60000, failures 0 to 10");
        model.change(weather);
    }

    @PostMapping("/crowd")
    Crowd.Outcome crowd(@RequestBody Copies wish) {
        model.weather();
        require(
                wish.prompt() != null && wish.copies() > 0 && wish.copies() <= LARGEST_CROWD,
                "1 to 100 copies of a prompt");
        return crowd.send(wish.prompt(), wish.copies());
    }

    /** Takes JSON only, so that no other site's page can begin a drill. */
    @PostMapping(path = "/drill", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> drill() {
        model.weather();
        return ResponseEntity.status(drills.start() ? HttpStatus.ACCEPTED : HttpStatus.CONFLICT)
                .build();
    }

    @DeleteMapping("/records/{key}")
    Evicted evict(@PathVariable("key") String key) {
        return new Evicted(records.evict(key));
    }

    private static void require(boolean fair, String otherwise) {
        if (!fair) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, otherwise);
        }
    }
}
