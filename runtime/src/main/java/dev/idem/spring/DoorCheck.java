package dev.idem.spring;

import dev.idem.engine.Operation;

/** Looks whether the calls of a bean will really come through a door. Thread-safe. */
interface DoorCheck {

    /**
     * Looks at one guarded operation of a bean that was just made.
     *
     * @param beanName the bean
     * @param type its class
     * @param firstType the first class that a bean with this operation had
     * @throws IdempotencySetupException if its calls would not be guarded as the annotation says
     */
    void check(String beanName, Class<?> type, Operation operation, Class<?> firstType);
}
