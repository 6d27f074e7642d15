package dev.idem.benchmark.peer;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;

/** Does nothing, as a bean of Spring's AspectJ support: what that door alone costs. */
@Aspect
public class IdleAspect {

    @Around("execution(* dev.idem.benchmark.scenario.Prompts.*(..))")
    public @Nullable Object pass(ProceedingJoinPoint joinPoint) throws Throwable {
        return joinPoint.proceed();
    }
}
