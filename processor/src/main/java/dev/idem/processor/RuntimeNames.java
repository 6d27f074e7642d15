package dev.idem.processor;

/** The names of the runtime's types. The processor knows the runtime by these names only. */
final class RuntimeNames {

    static final ClassName IDEMPOTENT_CALL = new ClassName("dev.idem", "IdempotentCall");
    static final ClassName IDEMPOTENCY_KEY = new ClassName("dev.idem", "IdempotencyKey");
    static final ClassName KEY_CONTENT = new ClassName("dev.idem", "KeyContent");
    static final ClassName KEY_IGNORE = new ClassName("dev.idem", "KeyIgnore");
    static final ClassName KEY_NAME = new ClassName("dev.idem", "KeyName");
    static final ClassName OWNER_CRASH = new ClassName("dev.idem", "OwnerCrash");
    static final ClassName STORE_FAILURE = new ClassName("dev.idem", "StoreFailure");
    static final ClassName RESULT_TYPE = new ClassName("dev.idem.codec", "ResultType");
    static final ClassName RESPONSE_ENTITY_CODEC = new ClassName("dev.idem.codec.web", "ResponseEntityCodec");
    static final ClassName IDEMPOTENT_CALLS = new ClassName("dev.idem.engine", "IdempotentCalls");
    static final ClassName EACH = new ClassName("dev.idem.engine", "Each");
    static final ClassName FOREIGN_TYPE = new ClassName("dev.idem.engine", "ForeignType");
    static final ClassName OPERATION = new ClassName("dev.idem.engine", "Operation");
    static final ClassName REPLAYED_EXCEPTION = new ClassName("dev.idem.engine", "ReplayedException");
    static final ClassName RETURN_SHAPE = new ClassName("dev.idem.engine", "ReturnShape");
    static final ClassName SAVING = new ClassName("dev.idem.engine", "Saving");
    static final ClassName REACTOR_SHAPES = new ClassName("dev.idem.reactor", "ReactorShapes");
    static final ClassName POLICY_OVERRIDES = new ClassName("dev.idem.engine", "PolicyOverrides");
    static final ClassName IDEMPOTENCY_KEY_HEADER = new ClassName("dev.idem.key", "IdempotencyKeyHeader");
    static final ClassName RETRY_OVERRIDES = new ClassName("dev.idem.engine", "RetryOverrides");
    static final ClassName KEY_ENCODED_BY = new ClassName("dev.idem.key", "KeyEncodedBy");
    static final ClassName KEY_ENCODER = new ClassName("dev.idem.key", "KeyEncoder");
    static final ClassName MEMBER_NAME = new ClassName("dev.idem.key", "MemberName");
    static final ClassName LEAF = new ClassName("dev.idem.key", "Leaf");
    static final ClassName LEAF_HASH = new ClassName("dev.idem.key", "LeafHash");
    static final ClassName LOOKUP_KEY = new ClassName("dev.idem.key", "LookupKey");
    static final ClassName MAP_KEY = new ClassName("dev.idem.key", "MapKey");
    static final ClassName CANONICAL_WRITER = new ClassName("dev.idem.key", "CanonicalWriter");

    private RuntimeNames() {}
}
