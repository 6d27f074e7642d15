package dev.idem.faults;

import dev.idem.faults.CallRecord.End;
import dev.idem.faults.CallRecord.Run;
import dev.idem.faults.CallRecord.RunEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all callers of one scenario wrote down.
 *
 * @param gaps standstills and silences that the callers noticed themselves
 * @param oddities what cannot have happened, such as two runs by one call
 */
record History(List<CallRecord> calls, List<Fault> gaps, List<String> oddities) {

    /** Reads one file for each caller, named after it. */
    static History read(List<Path> files) {
        Reader reader = new Reader();
        files.forEach(reader::read);
        return new History(List.copyOf(reader.calls.values()), reader.gaps, reader.oddities);
    }

    private static final class Reader {

        private final Map<String, CallRecord> calls = new LinkedHashMap<>();
        private final Map<String, Long> begins = new HashMap<>();
        private final List<Fault> gaps = new ArrayList<>();
        private final List<String> oddities = new ArrayList<>();

        void read(Path file) {
            String caller = file.getFileName().toString();
            try (var lines = Files.lines(file)) {
                lines.forEach(line -> read(caller, line.split(" ")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void read(String caller, String[] words) {
            long time = Long.parseLong(words[words.length - 1]);
            switch (words[0]) {
                case "call" -> begin(words, time);
                case "begins" -> run(words[1], new Run(time, Optional.empty()));
                case "ends" -> endRun(words[1], new RunEnd(time, Boolean.parseBoolean(words[2])));
                case "answer", "failure" -> end(words[1], new End(time, words[0].equals("answer"), words[2]));
                case "gap" -> gaps.add(gap(caller, words));
                default -> oddities.add("A line that nobody writes: " + String.join(" ", words));
            }
        }

        private void begin(String[] words, long time) {
            boolean settling = words[4].equals("settling");
            calls.put(
                    words[1],
                    new CallRecord(words[1], words[2], words[3], settling, time, Optional.empty(), Optional.empty()));
        }

        private void run(String id, Run run) {
            if (begins.putIfAbsent(id, run.begin()) == null) {
                CallRecord call = calls.get(id);
                put(call, Optional.of(run), call.end());
            } else {
                oddities.add("Ran twice within one call: " + id);
            }
        }

        private void endRun(String id, RunEnd end) {
            CallRecord call = calls.get(id);
            put(call, Optional.of(new Run(begins.get(id), Optional.of(end))), call.end());
        }

        private void end(String id, End end) {
            CallRecord call = calls.get(id);
            put(call, call.run(), Optional.of(end));
        }

        private void put(CallRecord call, Optional<Run> run, Optional<End> end) {
            calls.put(
                    call.id(),
                    new CallRecord(call.id(), call.address(), call.content(), call.settling(), call.start(), run, end));
        }

        private static Fault gap(String caller, String[] words) {
            Fault.Kind kind = words[1].equals("silence") ? Fault.Kind.SILENT : Fault.Kind.STOPPED;
            return new Fault(kind, caller, Long.parseLong(words[2]), Long.parseLong(words[3]));
        }
    }
}
