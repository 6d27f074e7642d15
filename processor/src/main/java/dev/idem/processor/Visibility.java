package dev.idem.processor;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** What a class generated in one package can see. */
final class Visibility {

    private final PackageElement home;
    private final Elements elements;

    Visibility(PackageElement home, Elements elements) {
        this.home = home;
        this.elements = elements;
    }

    /** The package of the generated class. */
    String packageName() {
        return home.getQualifiedName().toString();
    }

    /** Whether generated code can name the type without its arguments. */
    boolean sees(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return sees(array.getComponentType());
        }
        return !(type instanceof DeclaredType declared) || seesWithOuterTypes(declared.asElement());
    }

    /** Whether generated code can use the member of a type that it sees. */
    boolean seesMember(Element member) {
        Set<Modifier> modifiers = member.getModifiers();
        if (modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PRIVATE)) {
            return modifiers.contains(Modifier.PUBLIC);
        }
        return elements.getPackageOf(member).equals(home);
    }

    private boolean seesWithOuterTypes(Element element) {
        for (Element type = element; type instanceof TypeElement; type = type.getEnclosingElement()) {
            if (!seesMember(type)) {
                return false;
            }
        }
        return true;
    }
}
