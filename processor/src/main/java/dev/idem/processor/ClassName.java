package dev.idem.processor;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * The name of a class.
 *
 * @param packageName empty for the unnamed package
 * @param name with the names of the classes around it: {@code Orders.Line}
 */
record ClassName(String packageName, String name) implements TypeName {

    static ClassName of(TypeElement type) {
        Element around = type;
        while (!(around instanceof PackageElement)) {
            around = Objects.requireNonNull(around.getEnclosingElement());
        }
        String packageName = ((PackageElement) around).getQualifiedName().toString();
        return inPackage(packageName, type.getQualifiedName().toString());
    }

    static ClassName of(Class<?> type) {
        return inPackage(type.getPackageName(), type.getCanonicalName());
    }

    private static ClassName inPackage(String packageName, String canonicalName) {
        int start = packageName.isEmpty() ? 0 : packageName.length() + 1;
        return new ClassName(packageName, canonicalName.substring(start));
    }

    /** The class around all others. */
    ClassName outermost() {
        int end = name.indexOf('.');
        return end < 0 ? this : new ClassName(packageName, name.substring(0, end));
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The name as sources write it in full. */
    String canonicalName() {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    @Override
    public void writeTo(CodeWriter out) {
        out.name(this);
    }

    @Override
    public String toString() {
        return canonicalName();
    }
}
