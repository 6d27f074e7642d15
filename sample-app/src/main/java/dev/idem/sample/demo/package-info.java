/**
 * The demo: starts the gateway in processes of its own, sends it duplicates, failures and a kill, and prints what the
 * model's bill says. Start reading at {@code Demo}; what is shown is in {@code Scenes}.
 */
@NullMarked
package dev.idem.sample.demo;

import org.jspecify.annotations.NullMarked;
