/**
 * Further attempts of calls that failed: {@link dev.idem.retry.RetryClassifier} says which failures are worth one,
 * {@link dev.idem.retry.Resilience4jRetrier} when it is made.
 */
@NullMarked
package dev.idem.retry;

import org.jspecify.annotations.NullMarked;
