package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idem.engine.IdempotencyEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A named module that requires the runtime, compiled and run on a module path. */
final class ModulePathTest {

    private static final String RUNTIME = "dev.idem.runtime";

    private static final String PAYMENTS = """
            package shop.orders;
            public class Payments {
              private int runs;
              @dev.idem.IdempotentCall
              public String charge(String order) { return order + " #" + ++runs; }
            }
            """;

    private static final String MAIN = """
            package shop.main;
            import dev.idem.codec.*;
            import dev.idem.engine.*;
            import dev.idem.intercept.*;
            import dev.idem.store.caffeine.CaffeineStore;
            import java.lang.reflect.Method;
            import java.util.Optional;
            import shop.orders.Payments;
            public class Main {
              private static final class Texts implements ResultCodec {
                @Override public byte[] encode(Object value, ResultType type) { return ((String) value).getBytes(); }
                @Override public Object decode(byte[] bytes, ResultType type) { return new String(bytes); }
              }
              public static String run() throws Throwable {
                Payments payments = new Payments();
                CaffeineStore store = new CaffeineStore(1_000_000);
                try (IdempotencyEngine engine = new IdempotencyEngine(
                    "shop", Optional::empty, operation -> new Guard(CallPolicy.DEFAULT, store), new Texts(), EngineLimits.DEFAULT, Optional.empty())) {
                  Corridor corridor = new Corridor(() -> engine, new OperationSource());
                  Method charge = Payments.class.getMethod("charge", String.class);
                  Object[] arguments = {"a"};
                  Object first = corridor.enterProxied(payments, charge, arguments, () -> payments.charge("a"));
                  return first + ", " + corridor.enterProxied(payments, charge, arguments, () -> payments.charge("a"));
                }
              }
            }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"exports shop.orders to dev.idem.runtime;", "opens shop.orders to dev.idem.runtime;"})
    void visiblePackage_isGuarded(String directive) throws Throwable {
        assertThat(run(directive)).isEqualTo("a #1, a #1");
    }

    @Test
    void hiddenPackage_isRefusedWithWhatToAdd() {
        InvocationTargetException failure = assertThrows(InvocationTargetException.class, () -> run(""));
        assertThat(failure).hasCauseThat().hasMessageThat().isEqualTo("""
                @IdempotentCall method shop.orders.Payments.charge(String) cannot be guarded: the module shop neither \
                exports nor opens the package of the class shop.orders.Payments_IdempotentCalls to this library.

                Add to the module-info.java of shop:

                    exports shop.orders to dev.idem.runtime;

                or, where no other module shall compile against the package:

                    opens shop.orders to dev.idem.runtime;
                """);
    }

    private Object run(String directive) throws Exception {
        Path runtime = runtimeJar();
        Path classes =
                compile(runtime, "module shop { requires dev.idem.runtime; exports shop.main; " + directive + " }");
        Configuration modules = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(classes, runtime), ModuleFinder.of(), Set.of("shop"));
        ClassLoader loader = ModuleLayer.boot()
                .defineModulesWithOneLoader(modules, ModulePathTest.class.getClassLoader())
                .findLoader("shop");
        Class<?> main = loader.loadClass("shop.main.Main");
        assertThat(main.getModule().getName()).isEqualTo("shop");
        return main.getMethod("run").invoke(null);
    }

    private Path compile(Path runtime, String module) throws IOException {
        Path classes = Files.createDirectory(directory.resolve("classes"));
        Path sources = Files.createDirectory(directory.resolve("sources"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    output,
                    files,
                    null,
                    List.of("-d", classes.toString(), "--module-path", runtime.toString()),
                    null,
                    files.getJavaFileObjects(
                            Files.writeString(sources.resolve("module-info.java"), module),
                            Files.writeString(sources.resolve("Payments.java"), PAYMENTS),
                            Files.writeString(sources.resolve("Main.java"), MAIN)));
            task.setProcessors(List.of(new IdempotentCallProcessor()));
            assertWithMessage(output.toString()).that(task.call()).isTrue();
        }
        return classes;
    }

    /** The runtime's jar, or the classes of it in a jar like that. */
    private Path runtimeJar() throws IOException {
        Path runtime = location();
        if (!Files.isDirectory(runtime)) {
            return runtime;
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", RUNTIME);
        Path jar = directory.resolve("runtime.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> files = Files.walk(runtime)) {
            for (Path entry : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(runtime.relativize(entry).toString()));
                out.write(Files.readAllBytes(entry));
            }
        }
        return jar;
    }

    private static Path location() {
        try {
            return Path.of(IdempotencyEngine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
