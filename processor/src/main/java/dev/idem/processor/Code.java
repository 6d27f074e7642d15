package dev.idem.processor;

import java.util.List;
import java.util.stream.Stream;

/** Code that takes the place of a {@code $} in other code. */
interface Code {

    void writeTo(CodeWriter out);

    /** Code with places for other code; see {@link CodeWriter#add}. */
    static Code of(String format, Object... arguments) {
        return out -> out.add(format, arguments);
    }

    /** Pieces of code with something between them. */
    static Code joined(String separator, Stream<? extends Code> pieces) {
        List<Code> all = pieces.<Code>map(piece -> piece).toList();
        return out -> {
            for (int i = 0; i < all.size(); i++) {
                out.add("$$", i == 0 ? "" : separator, all.get(i));
            }
        };
    }
}
