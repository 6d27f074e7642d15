package dev.idem.reactor;

import dev.idem.engine.CurrentCall;
import dev.idem.engine.GuardedCall;
import dev.idem.engine.TenantResolver;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** A guarded call as somebody subscribes to it: all that would else be a thread's comes from the subscriber's context. */
record Subscribed(GuardedCall call, ContextView context) {

    /** The call with its tenant, once that is known. */
    static Mono<Subscribed> to(GuardedCall call, ContextView context) {
        GuardedCall placed = ReactorCalls.current(context).map(call::insideOf).orElse(call);
        return tenant(call, context)
                .map(tenant -> tenant.map(resolver -> new Subscribed(placed.forTenant(resolver), context)))
                .orElseGet(() -> Mono.just(new Subscribed(placed, context)));
    }

    private static Optional<Mono<TenantResolver>> tenant(GuardedCall call, ContextView context) {
        return call.tenants()
                .filter(ReactiveTenantResolver.class::isInstance)
                .flatMap(resolver -> tenant((ReactiveTenantResolver) resolver, context))
                .map(Subscribed::resolver);
    }

    private static Optional<Mono<String>> tenant(ReactiveTenantResolver resolver, ContextView context) {
        try {
            return Objects.requireNonNull(resolver.tenantOf(context), "tenantOf returned null.");
        } catch (RuntimeException e) {
            return Optional.of(Mono.error(e));
        }
    }

    /** What is known of the tenant as a resolver, so that every call is refused in the same words. */
    private static Mono<TenantResolver> resolver(Mono<String> tenant) {
        return tenant.<TenantResolver>map(name -> () -> Optional.of(name))
                .defaultIfEmpty(Optional::empty)
                .onErrorResume(failure -> Mono.just(() -> {
                    throw new IllegalStateException(
                            "The tenant could not be read from the subscriber's context.", failure);
                }));
    }

    /** What the method's own Mono or Flux sees: the subscriber's context, and the run that it is. */
    Context inside(Optional<CurrentCall> current) {
        Context outer = Context.of(context);
        return current.map(run -> outer.put(ReactorCalls.CURRENT_CALL, run))
                .orElseGet(() -> outer.delete(ReactorCalls.CURRENT_CALL));
    }

    /** The method's own Mono or Flux; null if it returned none. */
    @Nullable
    Object source() throws Throwable {
        return call.proceed();
    }
}
