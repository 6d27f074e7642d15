package dev.idem.engine;

/** Whether the tenant is part of the address of an operation's records. */
public enum Tenancy {
    /** The tenant that the {@link TenantResolver} names: tenants never share a record. */
    CURRENT,

    /** None, and no resolver is asked: the answer is the same for everybody, and everybody shares it. */
    NONE
}
