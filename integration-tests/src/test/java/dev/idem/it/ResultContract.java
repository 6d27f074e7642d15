package dev.idem.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a duplicate gets equals what the first caller got, in value and type, whatever kind of result it is, whichever door
 * it came through, and wherever it was kept: in the same process, and in another one that shares the store.
 *
 * @param <S> the service with the guarded methods
 */
public abstract class ResultContract<S> extends GuardedServiceContract<S> {

    private final Answers answers;

    private ResultContract(Class<S> type, Function<Answers, S> service, Answers answers) {
        super(type, () -> service.apply(answers));
        this.answers = answers;
    }

    protected ResultContract(Class<S> type, Function<Answers, S> service) {
        this(type, service, new Answers());
    }

    /** The calls to make. */
    protected abstract List<Sample<S>> samples();

    @ParameterizedTest
    @EnumSource
    final void duplicate_getsTheFirstAnswer(StoreKind store) {
        SoftAssertions softly = new SoftAssertions();
        try (Application application = start(store)) {
            for (Sample<S> sample : samples()) {
                answers.become(sample.answer());
                assertAnswers(sample, application, "first call", softly);
                answers.become(null);
                assertAnswers(sample, application, "duplicate", softly);
            }
        }
        if (store.isShared()) {
            try (Application other = start(store)) {
                samples().forEach(sample -> assertAnswers(sample, other, "duplicate on another node", softly));
            }
        }
        softly.assertAll();
        assertThat(answers.runs()).isEqualTo(samples().size());
    }

    protected final Answers answers() {
        return answers;
    }

    private void assertAnswers(Sample<S> sample, Application application, String caller, SoftAssertions softly) {
        Object answer;
        try {
            answer = sample.call(serviceOf(application));
        } catch (RuntimeException e) {
            softly.fail(sample.name() + ", " + caller, e);
            return;
        }
        softly.assertThat(isSame(answer, sample.answer()))
                .as("%s, %s: %s for %s", sample.name(), caller, text(answer), text(sample.answer()))
                .isTrue();
    }

    /** Equal, and of one class; of the collections, which are declared by their interfaces, of one interface. */
    private static boolean isSame(@Nullable Object answer, @Nullable Object expected) {
        return Objects.deepEquals(answer, expected) && Objects.equals(typeOf(answer), typeOf(expected));
    }

    private static @Nullable Class<?> typeOf(@Nullable Object value) {
        return value == null
                ? null
                : List.<Class<?>>of(List.class, Set.class, Map.class).stream()
                        .filter(collection -> collection.isInstance(value))
                        .findFirst()
                        .orElse(value.getClass());
    }

    private static String text(@Nullable Object value) {
        String text = Arrays.deepToString(new Object[] {value});
        return value == null ? text : text + " of " + value.getClass().getSimpleName();
    }
}
