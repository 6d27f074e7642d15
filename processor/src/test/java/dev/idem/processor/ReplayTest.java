package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;
import static dev.idem.processor.Sources.source;

import dev.idem.engine.Operation;
import dev.idem.engine.ReplayedException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exceptions can be outcomes, and how they are taken apart and rebuilt. */
final class ReplayTest {

    /** An exception whose text names the constructor that made it, and what that was given. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Made() { super(\"a\"); how = \"nothing\"; } | new Payments.Made() | nothing a 0 []",
                "Made(String message) { super(message); how = \"message\"; } | new Payments.Made(\"a\") | message a 0 []",
                "Made(String message) { super(message); how = \"message\"; } | new Payments.Made(null) | message null 0 []",
                "Made(String msg) { super(msg); how = \"msg\"; } | new Payments.Made(\"a\") | msg a 0 []",
                // The most is taken.
                "Made(String message) { super(message); how = \"little\"; } Made(String message, int code) { super(message);"
                        + " how = \"most\"; this.code = code; } | new Payments.Made(\"a\", 7) | most a 7 []",
                "Made(String message, Integer code) { super(message); how = \"box\"; this.code = code; } |"
                        + " new Payments.Made(\"a\", 7) | box a 7 []",
                "Made(List<String> hints, String message, Throwable cause, int code) { super(message, cause); how = \"all\";"
                        + " this.code = code; this.hints = hints; } | new Payments.Made(List.of(\"h\"), \"a\", new Error(), 7)"
                        + " | all a 7 [h]",
                // With the least besides.
                "Made(String message, Throwable cause) { super(message, cause); how = \"cause\"; } Made(String message) {"
                        + " super(message); how = \"message\"; } | new Payments.Made(\"a\", new Error()) | message a 0 []",
                // A null that several constructors would take.
                "Made(int code, Throwable cause) { super(\"a\", cause); how = \"cause\"; this.code = code; } Made(int code,"
                        + " Runnable task) { super(\"b\"); how = \"task\"; } | new Payments.Made(7, new Error()) | cause a 7 []",
                // What cannot be called or read back is passed over.
                "private Made(String message, int code) { super(message); how = \"hidden\"; } static Made of() { return new"
                        + " Made(\"a\", 7); } Made(String message) { super(message); how = \"open\"; } | Payments.Made.of() |"
                        + " open a 0 []",
                "Made(String message, int code) throws Exception { super(message); how = \"throws\"; } Made(String message) {"
                        + " super(message); how = \"safe\"; } | new Payments.Made(\"a\") | safe a 0 []",
                "Made(String message, int other) { super(message); how = \"other\"; } Made(String message) {"
                        + " super(message); how = \"known\"; } | new Payments.Made(\"a\") | known a 0 []",
                "Made(String message, long code) { super(message); how = \"wide\"; } Made(String message) { super(message);"
                        + " how = \"exact\"; } | new Payments.Made(\"a\") | exact a 0 []",
                "Made(String message, Object thing) { super(message); how = \"any\"; } Made(String message) { super(message);"
                        + " how = \"stored\"; } | new Payments.Made(\"a\") | stored a 0 []",
                "<T> Made(String message, int code) { super(message); how = \"generic\"; } Made(String message) {"
                        + " super(message); how = \"plain\"; } | new Payments.Made(\"a\") | plain a 0 []",
            })
    void exception_isRebuiltByTheBestConstructor(String members, String thrown, String expected) {
        LoadedCalls calls = method("""
            @SuppressWarnings("serial")
            static class Made extends RuntimeException {
              private final String how;
              public int code;
              public List<String> hints = List.of();
              public Object thing = "";
              %s
              Made(Made like, String how) { super(like.getMessage()); this.how = how; }
              @Override public String toString() { return how + " " + getMessage() + " " + code + " " + hints; }
            }
            """.formatted(members) + guarded("Made", ""))
                .called(thrown)
                .operations();
        ReplayedException form = calls.operation().replay().get(0);
        Throwable original = (Throwable) calls.arguments()[0];

        Throwable rebuilt = form.factory().apply(form.reader().apply(original));

        assertThat(form.type()).isEqualTo(original.getClass());
        assertThat(form.parts()).hasSize(form.reader().apply(original).length);
        assertThat(rebuilt).isNotSameInstanceAs(original);
        assertThat(rebuilt.toString()).isEqualTo(expected);
        assertThat(rebuilt.getCause()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ArithmeticException", "NumberFormatException", "IllegalStateException", "Error"})
    void exceptionOfTheJdk_isRebuiltByItsMessage(String type) {
        assertThat(rebuilt(method(guarded(type, ""))
                        .called("new %s(\"a\")".formatted(type))
                        .operations()))
                .hasMessageThat()
                .isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exception", "java.io.IOException", "Throwable"})
    void checkedExceptionThatTheMethodDeclares_isAccepted(String type) {
        assertThat(rebuilt(method(guarded(type, " throws " + type))
                        .called("new %s(\"a\")".formatted(type))
                        .operations()))
                .hasMessageThat()
                .isEqualTo("a");
    }

    @Test
    void checkedExceptionOfADeclaredOne_isAccepted() {
        method(guarded("java.io.IOException", " throws Exception")).isAccepted();
    }

    @Test
    void checkedExceptionBesideADeclaredOne_isRejected() {
        method(guarded("java.io.IOException", " throws java.sql.SQLException"))
                .isRejected(
                        "BadReplay",
                        "replay IOException.class on Payments.charge(String) is checked, and the method does not declare it:"
                                + " a duplicate could not throw it. Add it to the method's throws clause.",
                        "replay = ");
    }

    private static Throwable rebuilt(LoadedCalls calls) {
        ReplayedException form = calls.operation().replay().get(0);
        return form.factory().apply(form.reader().apply((Throwable) calls.arguments()[0]));
    }

    @Test
    void exceptionOfSeveralMethods_isOneConstant() {
        List<Operation> operations = method("""
                        @IdempotentCall(replay = {IllegalStateException.class, ArithmeticException.class})
                        String one(String id) { return id; }
                        @IdempotentCall(replay = ArithmeticException.class)
                        String two(String id) { return id; }
                        @IdempotentCall
                        String three(String id) { return id; }
                        """).operations().operations();
        assertThat(operations.get(0).replay()).hasSize(2);
        assertThat(operations.get(1).replay())
                .containsExactly(operations.get(0).replay().get(1));
        assertThat(operations.get(2).replay()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'String text', true",
        "'String text, Throwable reason', true",
        "'', true",
        "'int number', false",
        "'String text, int number', false",
        "'Throwable reason', false",
        "'String text, String more', false",
        "'String text, Throwable reason, Throwable more', false",
    })
    void classFileWithoutNames_isReadByItsTypes(String parameters, boolean accepted, @TempDir Path folder)
            throws IOException {
        Path file = Files.createDirectories(folder.resolve("sold")).resolve("Sold.java");
        Files.writeString(file, """
                package sold;
                public class Sold extends RuntimeException { public Sold(%s) { super("a"); } }
                """.formatted(parameters));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-g:none", "-d", folder.toString(), file.toString());
        assertThat(failed).isEqualTo(0);

        MethodUnderTest method = method(guarded("sold.Sold", ""))
                .with("-classpath")
                .with(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        + File.pathSeparator
                        + folder);
        if (accepted) {
            method.isAccepted();
        } else {
            assertThat(method.compile().diagnostics().toString()).contains("[BadReplay]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "static abstract class Bad extends RuntimeException {} | is abstract, and only exceptions of exactly a named"
                        + " class are recorded. Name the classes that the method throws.",
                "static class Bad extends Exception {} | is checked, and the method does not declare it: a duplicate could not"
                        + " throw it. Add it to the method's throws clause.",
                "class Bad extends RuntimeException {} | is an inner class and needs its outer instance. Make the class"
                        + " static.",
                "private static class Bad extends RuntimeException { Bad() {} } | cannot be seen by the generated class in package"
                        + " 'shop'. Make it, and every type around it, public, or package-private in that package.",
                "static class Bad extends RuntimeException { private Bad() {} static Bad of() { return new Bad(); } } | cannot be"
                        + " rebuilt: the generated class in package 'shop' can call no constructor of it. Give it a"
                        + " constructor that takes 'message', 'cause' and properties by their names, and throws nothing"
                        + " checked.",
                "static class Bad extends RuntimeException { Bad(String text, int number) { super(text + number); } Bad(String"
                        + " message, int number, int more) { super(message); } Bad(String message, String cents) {"
                        + " super(message); } } | cannot be rebuilt: its constructor takes 'cents' of type String, which is"
                        + " neither its message, nor its cause, nor a property that can be stored. Give it a constructor"
                        + " that takes 'message', 'cause' and properties by their names, and throws nothing checked.",
                "static class Bad extends RuntimeException { Bad(String text) { super(\"a \" + text); } } | cannot be rebuilt: its"
                        + " constructor takes 'text' of type String, which is neither its message, nor its cause, nor a"
                        + " property that can be stored. Give it a constructor that takes 'message', 'cause' and"
                        + " properties by their names, and throws nothing checked.",
            })
    void exceptionThatCannotBeReplayed_isRejected(String type, String reason) {
        method("@SuppressWarnings(\"serial\")\n" + type + "\n" + guarded("Bad", ""))
                .isRejected("BadReplay", "replay Bad.class on Payments.charge(String) " + reason, "replay = ");
    }

    @Test
    void eachExceptionOfSeveral_isRejectedInItsPlace() {
        method("""
                        @IdempotentCall(replay = {
                            IllegalStateException.class,
                            ArithmeticException.class,
                            java.lang.IllegalStateException.class})
                        String charge(String id) { return id; }
                        """)
                .isRejected(
                        "BadReplay",
                        "replay IllegalStateException.class on Payments.charge(String) is named twice. Remove one of the"
                                + " two.",
                        "java.lang.IllegalStateException.class");
    }

    @Test
    void partThatIsAResponse_isNotReadBack() {
        method("""
                        @SuppressWarnings("serial")
                        static class Declined extends RuntimeException {
                          Declined(org.springframework.http.ResponseEntity<String> answer) { super("a " + answer); }
                          org.springframework.http.ResponseEntity<String> getAnswer() { return null; }
                        }
                        """ + guarded("Declined", ""))
                .isRejected(
                        "BadReplay",
                        "replay Declined.class on Payments.charge(String) cannot be rebuilt: its constructor takes 'answer'"
                                + " of type ResponseEntity<String>, which is neither its message, nor its cause, nor a"
                                + " property that can be stored. Give it a constructor that takes 'message', 'cause' and"
                                + " properties by their names, and throws nothing checked.",
                        "replay = ");
    }

    @Test
    void partOfAnInvisibleType_isNotReadBack() {
        method("""
                        private record Hidden(int cents) {}
                        @SuppressWarnings("serial")
                        static class Declined extends RuntimeException {
                          Declined(String message, List<Hidden> hidden) { super(message + hidden); }
                          List<Hidden> getHidden() { return List.of(); }
                        }
                        """ + guarded("Declined", ""))
                .isRejected(
                        "BadReplay",
                        "replay Declined.class on Payments.charge(String) cannot be rebuilt: its constructor takes 'hidden'"
                                + " of type List<Hidden>, which is neither its message, nor its cause, nor a property"
                                + " that can be stored. Give it a constructor that takes 'message', 'cause' and"
                                + " properties by their names, and throws nothing checked.",
                        "replay = ");
    }

    @Test
    void exceptionGeneratedInALaterRound_isWaitedFor() {
        source("shop.Payments", """
                        package shop;
                        class Payments {
                          @dev.idem.IdempotentCall(replay = Declined.class)
                          String charge(String id) { return id; }
                        }
                        """)
                .before(new GeneratingProcessor("shop.Declined", """
                        package shop;
                        class Declined extends RuntimeException {
                          private static final long serialVersionUID = 1;
                          Declined(String message) { super(message); }
                        }
                        """))
                .isAccepted();
    }

    private static String guarded(String type, String rest) {
        return """
                @IdempotentCall(
                    replay = %s.class)
                String charge(String id)%s { return ""; }
                """.formatted(type, rest);
    }
}
