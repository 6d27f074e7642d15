/** Takes the tenant from Spring Security, where it is on the class path. */
@NullMarked
package dev.idem.spring.security;

import org.jspecify.annotations.NullMarked;
