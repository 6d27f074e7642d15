package dev.idem.processor;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The imports of one file: for each simple name the first class of that name, unless the package has such a class. */
final class Imports {

    private final String packageName;
    private final Map<String, ClassName> imported;

    private Imports(String packageName, Map<String, ClassName> imported) {
        this.packageName = packageName;
        this.imported = imported;
    }

    /**
     * The imports of a file that names these classes.
     *
     * @param packageName the package of the file
     */
    static Imports of(Collection<ClassName> named, String packageName) {
        Map<String, ClassName> imported = new LinkedHashMap<>();
        Set<String> ofPackage = new HashSet<>();
        for (ClassName type : named) {
            ClassName outermost = type.outermost();
            if (type.packageName().equals(packageName)) {
                ofPackage.add(outermost.name());
            } else if (!type.packageName().isEmpty()) {
                imported.putIfAbsent(outermost.name(), outermost);
            }
        }
        imported.keySet().removeAll(ofPackage);
        return new Imports(packageName, imported);
    }

    /** The imported classes in alphabetical order. */
    List<String> names() {
        return imported.values().stream().map(ClassName::canonicalName).sorted().toList();
    }

    /** The class as the file names it: from its outermost class on, or in full. */
    String nameOf(ClassName type) {
        ClassName outermost = type.outermost();
        boolean brief = type.packageName().equals(packageName) || outermost.equals(imported.get(outermost.name()));
        return brief ? type.name() : type.canonicalName();
    }
}
