package dev.idem.processor;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** Remembers which files were asked for, each with the elements that it was made from. */
final class RecordingFiler implements Filer {

    private final Filer working;
    private final List<String> files;

    private RecordingFiler(Filer working, List<String> files) {
        this.working = working;
        this.files = files;
    }

    /** Adds a line to {@code files} for each file: its name, and its originating elements in brackets. */
    static RecordingFiler of(Filer working, List<String> files) {
        return new RecordingFiler(working, files);
    }

    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... origins) throws IOException {
        record(name, origins);
        return working.createSourceFile(name, origins);
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... origins) throws IOException {
        record(name, origins);
        return working.createClassFile(name, origins);
    }

    @Override
    public FileObject createResource(
            JavaFileManager.Location location, CharSequence directory, CharSequence name, Element... origins)
            throws IOException {
        record(location + "/" + name, origins);
        return working.createResource(location, directory, name, origins);
    }

    /** Isolating processors may not read what they wrote before. */
    @Override
    public FileObject getResource(JavaFileManager.Location location, CharSequence directory, CharSequence name) {
        throw new AssertionError("an isolating processor reads " + name);
    }

    private void record(CharSequence name, Element... origins) {
        files.add(name + " " + Arrays.asList(origins));
    }
}
