package dev.idem.spring;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.engine.CallPolicy;
import dev.idem.engine.EngineLimits;
import dev.idem.engine.RetryPolicy;
import dev.idem.engine.Tenancy;
import dev.idem.observe.Prices;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.AdviceMode;
import org.springframework.util.unit.DataSize;

/**
 * The settings under {@code idem.*}. Spring Boot binds them; elsewhere they are a bean, made from
 * {@link #defaults()}.
 *
 * @param enabled Whether calls are guarded. If false, every call goes straight through.
 * @param mode Whether calls are guarded by proxies around beans, or by code that AspectJ has woven.
 * @param store Where records are kept - local, redis, tiered, or the name of a store bean. With auto it is tiered where
 *     Redis is found, else local.
 * @param application Name of the application, shared by all its nodes. Default is spring.application.name. Stores
 *     outside this process need it.
 * @param tenant Whether the current tenant is part of the address of records. With none, all tenants share answers.
 * @param ttl How long an outcome is replayed.
 * @param lockWait How long a duplicate waits for the running call before it is refused.
 * @param lease How long the claim of a dead owner blocks its key.
 * @param onStoreFailure What becomes of a call when the store gives no answer to its first claim.
 * @param onOwnerCrash What becomes of a call whose owner died in the middle of the run.
 * @param maxWaitingThreads How many threads of this process may wait for running calls at the same time. A call beyond
 *     that is refused at once.
 * @param maxOutcomeSize How large an encoded outcome may be. Duplicates of a call with a larger one are refused, and the
 *     call is not run again.
 * @param local Settings of the tier in this process.
 * @param redis Settings of the connection to Redis.
 * @param operations Settings of single operations, by their names.
 * @param alert When logs warn of how an operation is called.
 * @param prices What one unit of a savings path costs, by the path; all in one currency.
 */
@ConfigurationProperties("idem")
public record IdempotencyProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("proxy") AdviceMode mode,
        @DefaultValue("auto") String store,
        @Nullable String application,
        @DefaultValue("current") Tenancy tenant,
        @DefaultValue("24h") Duration ttl,
        @DefaultValue("60s") Duration lockWait,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("reject") StoreFailure onStoreFailure,
        @DefaultValue("rerun") OwnerCrash onOwnerCrash,
        @DefaultValue("128") int maxWaitingThreads,
        @DefaultValue("1MB") DataSize maxOutcomeSize,
        @DefaultValue Local local,
        @DefaultValue Redis redis,
        @DefaultValue Map<String, OperationProperties> operations,
        @DefaultValue Alert alert,
        @DefaultValue Map<String, BigDecimal> prices) {

    public IdempotencyProperties {
        operations = Map.copyOf(operations);
        prices = Map.copyOf(prices);
    }

    /** The settings of an application that sets nothing. */
    public static IdempotencyProperties defaults() {
        return new IdempotencyProperties(
                /* enabled= */ true,
                AdviceMode.PROXY,
                /* store= */ "auto",
                /* application= */ null,
                CallPolicy.DEFAULT.tenancy(),
                CallPolicy.DEFAULT.ttl(),
                CallPolicy.DEFAULT.lockWait(),
                CallPolicy.DEFAULT.lease(),
                CallPolicy.DEFAULT.onStoreFailure(),
                CallPolicy.DEFAULT.onOwnerCrash(),
                EngineLimits.DEFAULT.maxWaitingThreads(),
                DataSize.ofBytes(EngineLimits.DEFAULT.maxOutcomeSize()),
                new Local(DataSize.ofMegabytes(64), Duration.ofMinutes(10)),
                new Redis(List.of(), /* sentinelMaster= */ null, /* config= */ null, Duration.ofSeconds(2)),
                Map.of(),
                new Alert(0.1),
                Map.of());
    }

    /** These settings with another store. */
    public IdempotencyProperties withStore(String name) {
        return new IdempotencyProperties(
                enabled,
                mode,
                name,
                application,
                tenant,
                ttl,
                lockWait,
                lease,
                onStoreFailure,
                onOwnerCrash,
                maxWaitingThreads,
                maxOutcomeSize,
                local,
                redis,
                operations,
                alert,
                prices);
    }

    /** These settings with another application name. */
    public IdempotencyProperties withApplication(String name) {
        return new IdempotencyProperties(
                enabled,
                mode,
                store,
                name,
                tenant,
                ttl,
                lockWait,
                lease,
                onStoreFailure,
                onOwnerCrash,
                maxWaitingThreads,
                maxOutcomeSize,
                local,
                redis,
                operations,
                alert,
                prices);
    }

    /** These settings with other Redis settings. */
    public IdempotencyProperties withRedis(Redis settings) {
        return new IdempotencyProperties(
                enabled,
                mode,
                store,
                application,
                tenant,
                ttl,
                lockWait,
                lease,
                onStoreFailure,
                onOwnerCrash,
                maxWaitingThreads,
                maxOutcomeSize,
                local,
                settings,
                operations,
                alert,
                prices);
    }

    CallPolicy defaultPolicy() {
        return new CallPolicy(
                enabled, ttl, lockWait, lease, onStoreFailure, onOwnerCrash, store, tenant, RetryPolicy.ONCE);
    }

    EngineLimits limits() {
        if (maxWaitingThreads < 1) {
            throw new IdempotencySetupException(
                    "idem.max-waiting-threads is " + maxWaitingThreads + ".",
                    "Set it to at least 1; idem.lock-wait=0s lets no thread wait at all.");
        }
        if (maxOutcomeSize.toBytes() < 1) {
            throw new IdempotencySetupException(
                    "idem.max-outcome-size is " + maxOutcomeSize + ", which no outcome fits into.",
                    "Set it to a positive size, such as 1MB.");
        }
        return new EngineLimits(maxWaitingThreads, maxOutcomeSize.toBytes());
    }

    double duplicateRateLimit() {
        if (!(alert.duplicateRate() >= 0 && alert.duplicateRate() <= 1)) {
            throw new IdempotencySetupException(
                    "idem.alert.duplicate-rate is " + alert.duplicateRate() + ", which is no part of a whole.",
                    "Set it to a number from 0 to 1; with 1 there is no warning.");
        }
        return alert.duplicateRate();
    }

    Prices unitPrices() {
        prices.forEach((path, price) -> {
            if (price.signum() < 0) {
                throw new IdempotencySetupException(
                        "idem.prices[" + path + "] is " + price + ", and nothing costs less than nothing.",
                        "Set it to what one unit costs, such as 0.000003.");
            }
        });
        return new Prices(prices);
    }

    /**
     * The tier in this process, {@code idem.local.*}.
     *
     * @param maximumWeight Most memory that records may take.
     * @param ttl How long an outcome of the shared store is answered from this process.
     */
    public record Local(
            @DefaultValue("64MB") DataSize maximumWeight,
            @DefaultValue("10m") Duration ttl) {}

    /**
     * The connection to Redis, {@code idem.redis.*}.
     *
     * @param address One address for a single server, several for a cluster, or for Sentinel if its master is named.
     * @param sentinelMaster Name of the master that the Sentinels at the addresses watch.
     * @param config Place of a Redisson YAML file, instead of addresses.
     * @param timeout Bound of every command.
     */
    public record Redis(
            @DefaultValue List<String> address,
            @Nullable String sentinelMaster,
            @Nullable String config,
            @DefaultValue("2s") Duration timeout) {

        public Redis {
            address = List.copyOf(address);
        }
    }

    /**
     * When logs warn of how an operation is called.
     *
     * @param duplicateRate Part of an operation's calls that may be duplicates before a warning is logged, from 0 to 1. With
     *     1 there is none.
     */
    public record Alert(@DefaultValue("0.1") double duplicateRate) {}
}
