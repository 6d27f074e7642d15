package dev.idem.processor;

import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A compiler whose filer is broken: the processor cannot foresee that. */
record BrokenEnvironment(ProcessingEnvironment working) implements ProcessingEnvironment {

    @Override
    public Filer getFiler() {
        throw new IllegalStateException("broken on purpose");
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
