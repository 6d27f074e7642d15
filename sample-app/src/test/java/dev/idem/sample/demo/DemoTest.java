package dev.idem.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.sample.SampleApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user starts it: a process with an exit code and a table. */
@Timeout(150)
class DemoTest {

    private static final int BOUND_SECONDS = 120;

    @TempDir
    private Path directory;

    @Test
    void demo_everyVerdictHolds_exitsWithZero() throws Exception {
        Run run = run();

        assertThat(run.output()).contains("every verdict holds").doesNotContain("FAILED");
        assertThat(run.output().lines().filter(line -> line.contains("ok: "))).hasSize(17);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void demo_withoutTheGuard_failsOnDuplicatesAndExitsWithOne() throws Exception {
        Run run = run("--idem.enabled=false");

        assertThat(run.verdictsOf("one prompt sent twice")).hasSize(2).allMatch(line -> line.contains("FAILED"));
        assertThat(run.verdictsOf("50 duplicates at once")).hasSize(2).allMatch(line -> line.contains("FAILED"));
        assertThat(run.verdictsOf("kill -9 in mid-call")).hasSize(1).allMatch(line -> line.contains("FAILED"));
        assertThat(run.verdictsOf("different prompts")).hasSize(2).allMatch(line -> line.contains("ok: "));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void demo_gatewayDoesNotStart_saysWhyAndExitsWithOne() throws Exception {
        Run run = run("--server.port=none");

        assertThat(run.output()).contains("The demo could not run").contains("server.port");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private Run run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                SampleApplication.class.getName(),
                "demo"));
        command.addAll(Arrays.asList(arguments));
        Path output = directory.resolve("output.txt");
        Process demo = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(demo.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Run(demo.exitValue(), Files.readString(output));
        } finally {
            demo.descendants().forEach(ProcessHandle::destroyForcibly);
            demo.destroyForcibly();
        }
    }

    /** What a demo left behind. */
    private record Run(int exitCode, String output) {

        List<String> verdictsOf(String scene) {
            return output.lines().filter(line -> line.startsWith(scene)).toList();
        }
    }
}
