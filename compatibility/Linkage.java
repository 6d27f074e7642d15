import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Looks whether every class, method and field that the classes of a jar refer to is there in these versions of the
 * libraries, whether or not a test comes by: {@code java Linkage.java <jar> <class path> [<class to leave out>…]}, on JDK
 * 24 or newer. Prints what is missing, and ends with 1 if anything is.
 */
public final class Linkage {

    private final ClassLoader libraries;
    private final List<String> leftOut;
    private final Map<String, Optional<ClassModel>> classes = new HashMap<>();
    private final SortedSet<String> missing = new TreeSet<>();
    private int references;

    private Linkage(ClassLoader libraries, List<String> leftOut) {
        this.libraries = libraries;
        this.leftOut = leftOut;
    }

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        URL[] urls = Stream.concat(Stream.of(args[0]), Arrays.stream(args[1].split(File.pathSeparator)))
                .map(Linkage::url)
                .toArray(URL[]::new);
        try (URLClassLoader libraries = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Linkage linkage = new Linkage(libraries, Arrays.asList(args).subList(2, args.length));
            linkage.checkAll(jar);
            linkage.missing.forEach(System.out::println);
            System.out.println(linkage.references + " references, " + linkage.missing.size() + " of them to nothing");
            System.exit(linkage.missing.isEmpty() ? 0 : 1);
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkAll(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.endsWith(".class")) {
                    check(find(name.substring(0, name.length() - ".class".length()))
                            .orElseThrow());
                }
            }
        }
    }

    private void check(ClassModel type) {
        String from = type.thisClass().asInternalName();
        String name = from.replace('/', '.');
        if (leftOut.stream().anyMatch(left -> name.equals(left) || name.startsWith(left + "$"))) {
            return;
        }
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof ClassEntry referred) {
                note(from, referred.asInternalName(), isThere(referred.asInternalName()));
            } else if (entry instanceof MemberRefEntry member) {
                String owner = member.owner().asInternalName();
                String signature = member.name().stringValue() + member.type().stringValue();
                note(from, owner + "." + signature, isThere(owner) && hasMember(owner, member));
            }
        }
    }

    private void note(String from, String to, boolean isThere) {
        references++;
        if (!isThere) {
            missing.add(from + " -> " + to);
        }
    }

    private boolean isThere(String name) {
        String element = name.substring(name.lastIndexOf('[') + 1);
        if (element.length() == name.length()) {
            return find(name).isPresent();
        }
        return element.length() == 1 || find(element.substring(1, element.length() - 1)).isPresent();
    }

    /** Where a super class is not there, so is nothing that might be inherited from it. */
    private boolean hasMember(String owner, MemberRefEntry member) {
        String name = member.name().stringValue();
        String descriptor = member.type().stringValue();
        if (owner.startsWith("[")) {
            return true;
        }
        return find(owner)
                .map(type -> declares(type, name, descriptor)
                        || above(type).anyMatch(superior -> hasMember(superior, member)))
                .orElse(false);
    }

    private static boolean declares(ClassModel type, String name, String descriptor) {
        boolean polymorphic = type.thisClass().asInternalName().startsWith("java/lang/invoke/");
        return type.methods().stream()
                        .anyMatch(method -> method.methodName().equalsString(name)
                                && (polymorphic || method.methodType().equalsString(descriptor)))
                || type.fields().stream()
                        .anyMatch(field -> field.fieldName().equalsString(name)
                                && field.fieldType().equalsString(descriptor));
    }

    private static Stream<String> above(ClassModel type) {
        return Stream.concat(type.superclass().stream(), type.interfaces().stream())
                .map(ClassEntry::asInternalName);
    }

    private Optional<ClassModel> find(String name) {
        return classes.computeIfAbsent(name, this::read);
    }

    private Optional<ClassModel> read(String name) {
        try (InputStream bytes = libraries.getResourceAsStream(name + ".class")) {
            return bytes == null ? Optional.empty() : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
