package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README of the sample says, done. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(60)
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path SERVICE = Path.of("src/main/java/dev/idem/sample/PromptService.java");
    private static final Pattern CURL = Pattern.compile(
            "curl -i 127\\.0\\.0\\.1:8080(\\S+) -H 'Content-Type: application/json' \\\\\n +-d '([^']*)'");
    private static final Pattern METHOD = Pattern.compile("```java\n(.*?) \\{ … \\}\n```", Pattern.DOTALL);

    @Test
    void command_sentTwice_getsOneAnswer(@LocalServerPort int port) throws Exception {
        Matcher curl = find(CURL);
        Posts gateway = Posts.to(port);

        String first = gateway.send(curl.group(1), curl.group(2)).body();
        String second = gateway.send(curl.group(1), curl.group(2)).body();

        assertThat(new ObjectMapper().readTree(second).path("id").textValue())
                .isNotEmpty()
                .isEqualTo(new ObjectMapper().readTree(first).path("id").textValue());
    }

    @Test
    void method_inTheReadme_isThatOfTheService() throws IOException {
        assertThat(Files.readString(SERVICE).replace("\n    ", "\n"))
                .contains(find(METHOD).group(1) + " {");
    }

    private static Matcher find(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(README));
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher;
    }
}
