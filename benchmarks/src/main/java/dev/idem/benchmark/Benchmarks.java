package dev.idem.benchmark;

import dev.idem.benchmark.growth.GrowthMain;
import dev.idem.benchmark.remote.RemoteMain;
import dev.idem.benchmark.report.Figures;
import dev.idem.benchmark.report.Page;
import dev.idem.testing.RedisProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs suites, keeps their figures beside the page, and writes the page's tables and charts from all figures that are
 * there. {@link Plan} says what the arguments are.
 */
final class Benchmarks {

    private static final Map<String, Suite> SUITES = Map.of(
            "local", new LocalSuite(),
            "remote", new ChildSuite(RemoteMain.class, List.of()),
            "growth", new ChildSuite(GrowthMain.class, GrowthMain.jvmOptions()),
            "content", new ContentSuite());

    private Benchmarks() {}

    public static void main(String[] arguments) {
        Plan plan = Plan.of(arguments);
        for (Path home : plan.jdks()) {
            Jdk jdk = Jdk.at(home);
            plan.suites().forEach(suite -> run(suite, plan, jdk));
        }
        Page.in(plan.docs()).rewrite();
    }

    private static void run(String name, Plan plan, Jdk jdk) {
        Suite suite = SUITES.get(name);
        if (suite == null) {
            throw new IllegalArgumentException("There is no suite " + name + ". The suites are: "
                    + String.join(", ", SUITES.keySet().stream().sorted().toList()) + '.');
        }
        System.out.println("Suite " + name + ", JDK " + jdk.version());
        try (RedisProcess redis = RedisProcess.start()) {
            Figures figures = new Figures(Origin.of(plan, jdk), suite.measure(plan, jdk, redis.address()));
            figures.write(Page.in(plan.docs()).figures(name, jdk.feature()));
        }
    }
}
