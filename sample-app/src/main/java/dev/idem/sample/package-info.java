/**
 * A prompt gateway: {@code POST /api/messages} calls a model through its vendor's official client, and pays once for a
 * prompt however often it is sent. The one line that does it is the annotation in {@code PromptService}.
 */
@NullMarked
package dev.idem.sample;

import org.jspecify.annotations.NullMarked;
