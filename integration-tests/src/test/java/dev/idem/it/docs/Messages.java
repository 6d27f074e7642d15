package dev.idem.it.docs;

import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What the compiler says of the examples. */
record Messages(List<Diagnostic<? extends JavaFileObject>> all) {

    /** The messages about one file, and those about none. */
    List<String> of(String className) {
        return all.stream()
                .filter(message -> message.getSource() == null
                        || message.getSource().getName().endsWith("/" + className + ".java"))
                .map(message -> message.getMessage(null))
                .toList();
    }
}
