package dev.idem.processor;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The environment of a tool that puts its own between the compiler and the processors. */
record WrappedEnvironment(ProcessingEnvironment working, UnaryOperator<Filer> filers) implements ProcessingEnvironment {

    @Override
    public Filer getFiler() {
        return filers.apply(working.getFiler());
    }

    @Override
    public Map<String, String> getOptions() {
        return working.getOptions();
    }

    @Override
    public Messager getMessager() {
        return working.getMessager();
    }

    @Override
    public Elements getElementUtils() {
        return working.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
        return working.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
        return working.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
        return working.getLocale();
    }
}
