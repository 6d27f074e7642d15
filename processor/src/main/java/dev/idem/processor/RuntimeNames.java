package dev.idem.processor;

import com.palantir.javapoet.ClassName;

/** The names of the runtime's types. The processor knows the runtime by these names only. */
final class RuntimeNames {

    static final ClassName IDEMPOTENT_CALL = ClassName.get("dev.idem", "IdempotentCall");
    static final ClassName IDEMPOTENCY_KEY = ClassName.get("dev.idem", "IdempotencyKey");
    static final ClassName KEY_CONTENT = ClassName.get("dev.idem", "KeyContent");
    static final ClassName KEY_IGNORE = ClassName.get("dev.idem", "KeyIgnore");
    static final ClassName KEY_NAME = ClassName.get("dev.idem", "KeyName");
    static final ClassName OWNER_CRASH = ClassName.get("dev.idem", "OwnerCrash");
    static final ClassName STORE_FAILURE = ClassName.get("dev.idem", "StoreFailure");
    static final ClassName RESULT_TYPE = ClassName.get("dev.idem.codec", "ResultType");
    static final ClassName RESPONSE_ENTITY_CODEC = ClassName.get("dev.idem.codec.web", "ResponseEntityCodec");
    static final ClassName IDEMPOTENT_CALLS = ClassName.get("dev.idem.engine", "IdempotentCalls");
    static final ClassName EACH = ClassName.get("dev.idem.engine", "Each");
    static final ClassName FOREIGN_TYPE = ClassName.get("dev.idem.engine", "ForeignType");
    static final ClassName OPERATION = ClassName.get("dev.idem.engine", "Operation");
    static final ClassName REPLAYED_EXCEPTION = ClassName.get("dev.idem.engine", "ReplayedException");
    static final ClassName RETURN_SHAPE = ClassName.get("dev.idem.engine", "ReturnShape");
    static final ClassName REACTOR_SHAPES = ClassName.get("dev.idem.reactor", "ReactorShapes");
    static final ClassName POLICY_OVERRIDES = ClassName.get("dev.idem.engine", "PolicyOverrides");
    static final ClassName IDEMPOTENCY_KEY_HEADER = ClassName.get("dev.idem.key", "IdempotencyKeyHeader");
    static final ClassName RETRY_OVERRIDES = ClassName.get("dev.idem.engine", "RetryOverrides");
    static final ClassName KEY_ENCODED_BY = ClassName.get("dev.idem.key", "KeyEncodedBy");
    static final ClassName KEY_ENCODER = ClassName.get("dev.idem.key", "KeyEncoder");
    static final ClassName MEMBER_NAME = ClassName.get("dev.idem.key", "MemberName");
    static final ClassName MAP_KEY = ClassName.get("dev.idem.key", "MapKey");
    static final ClassName CANONICAL_WRITER = ClassName.get("dev.idem.key", "CanonicalWriter");

    private RuntimeNames() {}
}
