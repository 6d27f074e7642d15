package dev.idem.spring;

import dev.idem.LogEvent;
import dev.idem.engine.Guards;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Asks, once all beans are there, for the guard of each of their operations, so that a wrong setting stops the start-up
 * and not a call.
 */
final class StartUpCheck implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(StartUpCheck.class);

    private final GuardedBeans beans;
    private final Set<String> configured;
    private final Guards guards;

    StartUpCheck(GuardedBeans beans, Set<String> configured, Guards guards) {
        this.beans = beans;
        this.configured = configured;
        this.guards = guards;
    }

    @Override
    public void afterSingletonsInstantiated() {
        beans.operations().forEach(guards::guardOf);
        TreeSet<String> unknown = new TreeSet<>(configured);
        unknown.removeAll(beans.names());
        unknown.forEach(this::warnOfUnknown);
    }

    /** No error: the bean may be made later, or the operation belong to woven code that is no bean. */
    private void warnOfUnknown(String name) {
        List<String> near = NearNames.of(name, beans.names());
        LogEvent.SETTING_UNKNOWN
                .warn(log)
                .log(
                        "idem.operations[{}] is set, but no bean has an operation of this name so far. {}",
                        name,
                        near.isEmpty()
                                ? "The operations are: " + String.join(", ", beans.names()) + "."
                                : "Did you mean " + String.join(" or ", near) + "?");
    }
}
