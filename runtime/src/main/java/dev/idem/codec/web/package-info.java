/** Results that are HTTP responses of Spring. */
@NullMarked
package dev.idem.codec.web;

import org.jspecify.annotations.NullMarked;
