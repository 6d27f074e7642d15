/** For the tests of those who use the library: JUnit 5. */
@NullMarked
package dev.idem.junit;

import org.jspecify.annotations.NullMarked;
