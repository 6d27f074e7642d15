package dev.idem.processor;

import com.google.testing.compile.Compilation;
import dev.idem.engine.ForeignType;
import dev.idem.engine.IdempotentCalls;
import dev.idem.engine.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** What was generated for one type, loaded and ready to be called. */
final class LoadedCalls {

    private final Class<?> guarded;
    private final IdempotentCalls calls;
    private final Object[] arguments;

    private LoadedCalls(Class<?> guarded, IdempotentCalls calls, Object[] arguments) {
        this.guarded = guarded;
        this.calls = calls;
        this.arguments = arguments;
    }

    /** Loads a compilation whose source has a class {@code shop.Example} with a method {@code arguments()}. */
    static LoadedCalls of(Compilation compilation, String type) {
        CompiledClasses classes = CompiledClasses.of(compilation);
        try {
            Object calls = classes.loadClass(type.replace('$', '_') + "_IdempotentCalls")
                    .getConstructor()
                    .newInstance();
            Method arguments = classes.loadClass("shop.Example").getDeclaredMethod("arguments");
            arguments.setAccessible(true);
            return new LoadedCalls(classes.loadClass(type), (IdempotentCalls) calls, (Object[]) arguments.invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.toString(), e);
        }
    }

    List<Operation> operations() {
        return calls.operations();
    }

    List<ForeignType> foreignTypes() {
        return calls.foreignTypes();
    }

    /** The type that it was generated for. */
    Class<?> guarded() {
        return guarded;
    }

    Object[] arguments() {
        return arguments;
    }

    /** The only operation. */
    Operation operation() {
        if (operations().size() != 1) {
            throw new AssertionError("expected one operation: " + operations());
        }
        return operations().get(0);
    }

    private static final class CompiledClasses extends ClassLoader {

        private final Map<String, byte[]> code;

        private CompiledClasses(Map<String, byte[]> code) {
            super(LoadedCalls.class.getClassLoader());
            this.code = code;
        }

        static CompiledClasses of(Compilation compilation) {
            Map<String, byte[]> code = new HashMap<>();
            for (JavaFileObject file : compilation.generatedFiles()) {
                if (file.getKind() == JavaFileObject.Kind.CLASS) {
                    String path = file.toUri().getPath();
                    String name = path.substring("/CLASS_OUTPUT/".length(), path.length() - ".class".length());
                    code.put(name.replace('/', '.'), read(file));
                }
            }
            return new CompiledClasses(code);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = code.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        private static byte[] read(JavaFileObject file) {
            try (InputStream in = file.openInputStream()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
