package dev.idem.processor;

import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the compiler knows about elements and types. */
record Tools(Elements elements, Types types) {}
