package dev.idem.benchmark;

import dev.idem.benchmark.content.ContentBenchmark;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.scenario.Size;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/** The content of a call as bytes. */
final class ContentSuite implements Suite {

    @Override
    public List<Figure> measure(Plan plan, Jdk jdk, String redis) {
        JmhRounds jmh = new JmhRounds(plan, jdk);
        for (int round = 0; round < plan.rounds(); round++) {
            jmh.run(
                    jmh.options().include(ContentBenchmark.class.getName().replace(".", "\\.")),
                    ContentSuite::method,
                    result -> Size.valueOf(result.getParams().getParam("size")).label());
        }
        return jmh.figures();
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
