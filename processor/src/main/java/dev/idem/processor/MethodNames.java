package dev.idem.processor;

/**
 * What the generated class calls the parts that belong to one method.
 *
 * @param constant the constant of its operation: {@code CHARGE_ALL}
 * @param suffix the end of its methods' names: {@code ChargeAll}, {@code ChargeAll2} for an overload
 */
record MethodNames(String constant, String suffix) {

    static MethodNames of(String method, UniqueNames names) {
        String suffix = names.take(PropertyNames.capitalize(method));
        return new MethodNames(names.take(ConstantName.of(suffix)), suffix);
    }

    /** The method that writes the content: {@code writeChargeAll}. */
    String writer() {
        return "write" + suffix;
    }
}
