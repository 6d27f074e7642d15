package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.PromptRequest;
import java.util.function.Function;

/** A guard written by hand around one method. */
interface Memory<T> {

    /** What was answered to this request, or what is answered now. */
    T answer(PromptRequest request, Function<PromptRequest, T> method);
}
