package dev.idem.sample.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idem.sample.PromptRequest;
import dev.idem.sample.demo.Client;
import dev.idem.sample.demo.Reply;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Many clients that send one prompt to this gateway at the same moment: a browser alone sends six requests at a time. */
@Component
final class Crowd {

    private final Environment environment;
    private final ObjectMapper json;

    Crowd(Environment environment, ObjectMapper json) {
        this.environment = environment;
        this.json = json;
    }

    /**
     * What the crowd got.
     *
     * @param ids of the different answers
     * @param failures one text for each reply without an answer
     */
    record Outcome(List<String> ids, List<String> failures) {}

    /** Sends, and waits for all replies. */
    Outcome send(PromptRequest prompt, int copies) {
        Client client = new Client(List.of(gateway()));
        List<CompletableFuture<Reply>> sent =
                Stream.generate(() -> client.postAsync(prompt)).limit(copies).toList();
        List<Reply> replies = sent.stream().map(CompletableFuture::join).toList();
        List<String> ids = replies.stream()
                .filter(Reply::isAnswer)
                .map(reply -> member(reply, "id"))
                .distinct()
                .toList();
        List<String> failures = replies.stream()
                .filter(reply -> !reply.isAnswer())
                .map(reply -> reply.status() + ": " + member(reply, "detail"))
                .toList();
        return new Outcome(ids, failures);
    }

    private String member(Reply reply, String name) {
        try {
            return json.readTree(reply.body()).path(name).asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private URI gateway() {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/api/messages");
    }
}
