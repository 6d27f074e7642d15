package dev.idem.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/** How figures were got, in a sentence for readers. */
final class Origin {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Origin() {}

    static String of(Plan plan, Jdk jdk) {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %s %s, load %.1f at the end. JDK %s. %s. %s mode, %d rounds.",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                jdk.version(),
                LocalDate.now(ZoneOffset.UTC),
                plan.mode().name().toLowerCase(Locale.ROOT),
                plan.rounds());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
