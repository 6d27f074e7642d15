package dev.idem.spring;

import dev.idem.codec.ResultCodec;
import dev.idem.engine.CallObserver;
import dev.idem.engine.Idempotency;
import dev.idem.engine.IdempotencyEngine;
import dev.idem.engine.Retrier;
import dev.idem.engine.TenantResolver;
import dev.idem.engine.Transactions;
import dev.idem.intercept.AroundCall;
import dev.idem.intercept.Corridor;
import dev.idem.intercept.OperationSource;
import dev.idem.observe.CallStatistics;
import dev.idem.observe.DuplicateWatch;
import dev.idem.observe.Prices;
import dev.idem.store.StoreObserver;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * The beans behind both doors. What users may replace is taken from their context if they define it there. The doors
 * hang before the engine is built, so that guarding does not pull beans of the user into an early creation.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class IdempotencyConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Corridor idempotencyCorridor(
            ObjectProvider<IdempotencyEngine> engine, OperationSource operations, ObjectProvider<AroundCall> around) {
        return new Corridor(
                SingletonSupplier.of(engine::getObject)::obtain,
                operations,
                SingletonSupplier.of(() -> Optional.ofNullable(around.getIfAvailable()))::obtain);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    Settings idempotencySettings(ObjectProvider<IdempotencyProperties> properties, Environment environment) {
        return Settings.of(properties.getIfAvailable(IdempotencyProperties::defaults), environment);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    Stores idempotencyStores(
            Settings settings,
            ObjectProvider<SharedStoreSource> shared,
            ObjectProvider<StoreObserver> observers,
            ConfigurableListableBeanFactory beans) {
        List<StoreObserver> told = observers.orderedStream().toList();
        return new Stores(
                settings,
                shared.getIfAvailable(),
                beans,
                told.isEmpty() ? Optional.empty() : Optional.of(StoreObserver.all(told)));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    ConfiguredGuards idempotencyGuards(
            Settings settings,
            Stores stores,
            ObjectProvider<Transactions> transactions,
            ObjectProvider<Retrier> retriers,
            ObjectProvider<CallObserver> observers) {
        return new ConfiguredGuards(
                settings.properties(),
                stores,
                transactions.stream().findFirst().isPresent(),
                Optional.ofNullable(retriers.getIfAvailable()),
                CallObserver.all(observers.orderedStream().toList()));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    IdempotencyEngine idempotencyEngine(
            Settings settings,
            ConfiguredGuards guards,
            ObjectProvider<TenantResolver> tenants,
            ObjectProvider<ResultCodec> codecs,
            ObjectProvider<Transactions> transactions,
            ConfigurableListableBeanFactory beans) {
        TenantResolver tenant = tenants.getIfAvailable(() -> Optional::empty);
        ResultCodec codec = codecs.getIfAvailable(() -> DefaultCodec.create(beans.getBeanClassLoader()));
        return new IdempotencyEngine(
                settings.applicationOrNameless(),
                tenant,
                guards,
                codec,
                settings.properties().limits(),
                transactions.stream().findFirst());
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    CallStatistics idempotencyStatistics() {
        return new CallStatistics();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    Prices idempotencyPrices(Settings settings) {
        return settings.properties().unitPrices();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    WatchSchedule idempotencyWatch(CallStatistics statistics, Settings settings) {
        return new WatchSchedule(
                new DuplicateWatch(statistics, settings.properties().duplicateRateLimit(), System::nanoTime));
    }

    @Bean
    Idempotency idempotency(IdempotencyEngine engine) {
        return Idempotency.of(engine);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    StartUpCheck idempotencyStartUpCheck(GuardedBeans beans, Settings settings, ConfiguredGuards guards) {
        return new StartUpCheck(beans, settings.properties().operations().keySet(), guards);
    }
}
