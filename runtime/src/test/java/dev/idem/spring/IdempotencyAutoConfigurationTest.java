package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.OutcomeUnavailableException;
import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultType;
import dev.idem.engine.CallKey;
import dev.idem.engine.CallPolicy;
import dev.idem.engine.Guard;
import dev.idem.engine.Idempotency;
import dev.idem.engine.IdempotencyEngine;
import dev.idem.engine.Tenancy;
import dev.idem.engine.TenantResolver;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.testing.StringCodec;
import dev.idem.testing.shop.BankCharging;
import dev.idem.testing.shop.Charging;
import dev.idem.testing.shop.Payments;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AdviceMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;

@ExtendWith(OutputCaptureExtension.class)
final class IdempotencyAutoConfigurationTest {

    private final ApplicationContextRunner unnamed =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class));

    private final ApplicationContextRunner runner = unnamed.withPropertyValues("idem.store=local");

    @Test
    void duplicate_ofGuardedBean_getsFirstAnswer() {
        runner.withBean(Payments.class).run(context -> {
            Payments payments = context.getBean(Payments.class);
            assertThat(payments.charge("a")).isEqualTo("a #1");
            assertThat(payments.charge("a")).isEqualTo("a #1");
            assertThat(payments.charge("b")).isEqualTo("b #2");
        });
    }

    @Test
    void proxies_byDefault_extendTheClass() {
        runner.withBean(BankCharging.class)
                .run(context -> assertThat(AopUtils.isCglibProxy(context.getBean(Charging.class)))
                        .isTrue());
    }

    @Test
    void proxies_withoutTargetClass_implementInterfaces() {
        runner.withPropertyValues("spring.aop.proxy-target-class=false")
                .withBean(BankCharging.class)
                .run(context -> {
                    Charging charging = context.getBean(Charging.class);
                    assertThat(AopUtils.isJdkDynamicProxy(charging)).isTrue();
                    assertThat(charging.charge("a")).isEqualTo("a #1");
                    assertThat(charging.charge("a")).isEqualTo("a #1");
                });
    }

    @Test
    void proxies_besideSpringsOwnAspects_areMadeByOneCreator() {
        runner.withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class))
                .withBean(Payments.class)
                .run(context -> {
                    Payments payments = context.getBean(Payments.class);
                    assertThat(payments.charge("a")).isEqualTo("a #1");
                    assertThat(payments.charge("a")).isEqualTo("a #1");
                });
    }

    @Test
    void beans_areNotReportedAsMadeTooEarly(CapturedOutput output) {
        runner.withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class))
                .withBean(Payments.class)
                .run(context -> assertThat(output).doesNotContain("not eligible for"));
    }

    @Test
    void scopedProxy_ofGuardedBean_isGuardedOnce() {
        runner.withUserConfiguration(ScopedPayments.class).run(context -> {
            Payments payments = context.getBean(Payments.class);
            assertThat(payments.charge("a")).isEqualTo("a #1");
            assertThat(payments.charge("a")).isEqualTo("a #1");
        });
    }

    @Test
    void enabled_false_callsGoStraightThrough() {
        runner.withPropertyValues("idem.enabled=false").withBean(Payments.class).run(context -> {
            Payments payments = context.getBean(Payments.class);
            assertThat(payments.charge("a")).isEqualTo("a #1");
            assertThat(payments.charge("a")).isEqualTo("a #2");
        });
    }

    @Test
    void enabled_falseForOperation_callsGoStraightThrough() {
        runner.withPropertyValues("idem.operations[payments.charge].enabled=false")
                .withBean(Payments.class)
                .run(context -> {
                    Payments payments = context.getBean(Payments.class);
                    assertThat(payments.charge("a")).isEqualTo("a #1");
                    assertThat(payments.charge("a")).isEqualTo("a #2");
                });
    }

    @Test
    void enabled_false_opensNoSharedStore() {
        unnamed.withPropertyValues("idem.enabled=false", "idem.store=redis")
                .withBean(Payments.class)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void store_auto_warnsThatOtherNodesAreNotSeen(CapturedOutput output) {
        unnamed.run(context -> assertThat(output)
                .contains("No Redis was found, so idem.store=auto keeps records in this process only: a duplicate that"
                        + " reaches another node runs again. Set idem.redis.address, or accept this with"
                        + " idem.store=local."));
    }

    @Test
    void store_local_isSilent(CapturedOutput output) {
        runner.run(context -> assertThat(output).doesNotContain("another node"));
    }

    @Test
    void store_namedBean_isUsed() {
        CaffeineStore mine = new CaffeineStore(/* maximumWeight= */ 1_000_000);
        unnamed.withPropertyValues("idem.operations[payments.charge].store=mine", "idem.store=local")
                .withBean("mine", CaffeineStore.class, () -> mine)
                .withBean(Payments.class)
                .run(context -> assertThat(context.getBean(ConfiguredGuards.class)
                                .guardOf(context.getBean(GuardedBeans.class)
                                        .operations()
                                        .iterator()
                                        .next())
                                .store())
                        .isSameAs(mine));
    }

    @Test
    void properties_all_areBound() {
        runner.withPropertyValues(
                        "idem.application=shop",
                        "idem.tenant=none",
                        "idem.ttl=7d",
                        "idem.lock-wait=250ms",
                        "idem.lease=15s",
                        "idem.on-store-failure=local-only",
                        "idem.on-owner-crash=reject",
                        "idem.max-waiting-threads=7",
                        "idem.max-outcome-size=3KB",
                        "idem.local.maximum-weight=1MB",
                        "idem.local.ttl=1m",
                        "idem.redis.address=redis://a:1,redis://b:2",
                        "idem.redis.timeout=500ms",
                        "idem.operations[payments.charge].ttl=14d")
                .run(context -> {
                    IdempotencyProperties properties = context.getBean(IdempotencyProperties.class);
                    assertThat(properties.tenant()).isEqualTo(Tenancy.NONE);
                    assertThat(properties.ttl()).hasDays(7);
                    assertThat(properties.lockWait()).hasMillis(250);
                    assertThat(properties.onStoreFailure()).isEqualTo(StoreFailure.LOCAL_ONLY);
                    assertThat(properties.onOwnerCrash()).isEqualTo(OwnerCrash.REJECT);
                    assertThat(properties.maxWaitingThreads()).isEqualTo(7);
                    assertThat(properties.maxOutcomeSize().toBytes()).isEqualTo(3 << 10);
                    assertThat(properties.redis().address()).containsExactly("redis://a:1", "redis://b:2");
                    assertThat(properties.operations().get("payments.charge").ttl())
                            .hasDays(14);
                });
    }

    @Test
    void outcome_largerThanConfigured_isNotGivenToDuplicates() {
        runner.withPropertyValues("idem.max-outcome-size=5B")
                .withBean(Payments.class)
                .run(context -> {
                    Payments payments = context.getBean(Payments.class);
                    assertThat(payments.charge("a")).isEqualTo("a #1");
                    assertThatThrownBy(() -> payments.charge("a"))
                            .isInstanceOf(OutcomeUnavailableException.class)
                            .hasMessageContaining(
                                    "it takes 6 bytes, more than the 5 that idem.max-outcome-size allows");
                });
    }

    @Test
    void properties_none_areTheDefaultsOfCode() {
        unnamed.run(context ->
                assertThat(context.getBean(IdempotencyProperties.class)).isEqualTo(IdempotencyProperties.defaults()));
    }

    @Test
    void operationSettings_beatAnnotationAndDefaults() {
        runner.withPropertyValues(
                        "idem.ttl=1h",
                        "idem.on-owner-crash=reject",
                        "idem.operations[hurried.charge].ttl=2h",
                        "idem.operations[hurried.charge].on-store-failure=local-only",
                        "idem.operations[hurried.charge].on-owner-crash=default")
                .withBean(dev.idem.testing.shop.HurriedPayments.class)
                .run(context -> {
                    Guard guard = context.getBean(ConfiguredGuards.class)
                            .guardOf(context.getBean(GuardedBeans.class)
                                    .operations()
                                    .iterator()
                                    .next());
                    CallPolicy policy = guard.policy();
                    assertThat(policy.onStoreFailure()).isEqualTo(StoreFailure.LOCAL_ONLY);
                    assertThat(policy.onOwnerCrash()).isEqualTo(OwnerCrash.REJECT);
                    assertThat(guard.fallback()).isPresent();
                    assertThat(policy.ttl()).hasHours(2);
                    assertThat(policy.lease()).hasSeconds(1);
                    assertThat(policy.lockWait()).hasSeconds(60);
                });
    }

    @Test
    void idempotency_inCode_hasThePoliciesOfTheAnnotation() {
        runner.withBean(dev.idem.testing.shop.HurriedPayments.class).run(context -> {
            assertThat(context.getBean(ConfiguredGuards.class)
                            .annotated("hurried.charge")
                            .lease())
                    .hasSeconds(1);
            Idempotency idempotency = context.getBean(Idempotency.class);
            CallKey key = CallKey.of("hurried.charge", "k-1");
            assertThat(idempotency.call(key, String.class, () -> "first")).isEqualTo("first");
            assertThat(idempotency.call(key, String.class, () -> "second")).isEqualTo("first");
            assertThat(idempotency.evict("hurried.charge", "k-1")).isTrue();
            assertThat(idempotency.call(key, String.class, () -> "third")).isEqualTo("third");
        });
    }

    @Test
    void operations_unknownName_warnsWithNearNames(CapturedOutput output) {
        runner.withPropertyValues("idem.operations[payment.charge].ttl=14d")
                .withBean(Payments.class)
                .run(context -> assertThat(output)
                        .contains("idem.operations[payment.charge] is set, but no bean has an operation of this name so"
                                + " far. Did you mean payments.charge?"));
    }

    @Test
    void codec_ofTheUser_isUsed() {
        AtomicReference<Object> encoded = new AtomicReference<>();
        ResultCodec codec = new ResultCodec() {
            @Override
            public byte[] encode(Object value, ResultType type) {
                encoded.set(value);
                return new StringCodec().encode(value, type);
            }

            @Override
            public Object decode(byte[] bytes, ResultType type) {
                return new StringCodec().decode(bytes, type);
            }
        };
        runner.withBean(ResultCodec.class, () -> codec).withBean(Payments.class).run(context -> {
            context.getBean(Payments.class).charge("a");
            assertThat(encoded).hasValue("a #1");
        });
    }

    @Test
    void tenants_ofTheUser_neverShareAnswers() {
        AtomicReference<String> tenant = new AtomicReference<>("one");
        runner.withBean(TenantResolver.class, () -> () -> Optional.of(tenant.get()))
                .withBean(Payments.class)
                .run(context -> {
                    Payments payments = context.getBean(Payments.class);
                    assertThat(payments.charge("a")).isEqualTo("a #1");
                    tenant.set("other");
                    assertThat(payments.charge("a")).isEqualTo("a #2");
                });
    }

    @Test
    void tenants_none_areNotAskedFor() {
        runner.withPropertyValues("idem.tenant=none")
                .withBean(TenantResolver.class, () -> () -> {
                    throw new IllegalStateException("nobody is signed in");
                })
                .withBean(Payments.class)
                .run(context -> {
                    assertThat(context.getBean(Payments.class).charge("a")).isEqualTo("a #1");
                    assertThat(context.getBean(Payments.class).charge("a")).isEqualTo("a #1");
                });
    }

    @Test
    void enabledByAnnotation_autoConfigurationOnlyBindsProperties() {
        runner.withUserConfiguration(EnabledWithJdkProxies.class)
                .withBean(BankCharging.class)
                .run(context -> {
                    assertThat(context).hasSingleBean(IdempotencyEngine.class);
                    assertThat(AopUtils.isJdkDynamicProxy(context.getBean(Charging.class)))
                            .isTrue();
                });
    }

    @Test
    void redissonAbsent_localStoreWorks() {
        runner.withClassLoader(new FilteredClassLoader("org.redisson"))
                .withBean(Payments.class)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(SharedStoreSource.class);
                    assertThat(context.getBean(Payments.class).charge("a")).isEqualTo("a #1");
                    assertThat(context.getBean(Payments.class).charge("a")).isEqualTo("a #1");
                });
    }

    @Test
    void aspectJAndSecurityAbsent_proxiesWork() {
        runner.withClassLoader(new FilteredClassLoader("org.aspectj", "org.springframework.security"))
                .withBean(Payments.class)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(TenantResolver.class);
                    assertThat(context.getBean(Payments.class).charge("a")).isEqualTo("a #1");
                    assertThat(context.getBean(Payments.class).charge("a")).isEqualTo("a #1");
                });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableIdempotentCalls(mode = AdviceMode.PROXY, proxyTargetClass = false)
    static class EnabledWithJdkProxies {}

    @Configuration(proxyBeanMethods = false)
    static class ScopedPayments {

        @Bean
        @Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
        Payments payments() {
            return new Payments();
        }
    }
}
