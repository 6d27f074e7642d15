package dev.idem.intercept.aspectj;

import dev.idem.IdempotentCall;
import dev.idem.engine.IdempotencyEngine;
import dev.idem.engine.Invocation;
import org.aspectj.lang.Aspects;

/**
 * The woven door for methods with one to four parameters, for each number three advices. The first is asked before every
 * call: its code is moved into the woven method and makes nothing but the array of the arguments. If it knows no answer it
 * proceeds to one of the others, for methods of objects and of classes, which make an invocation of the call.
 *
 * <p>An advice that asked for the join point would have it made at the start of every call. So each binds the arguments
 * one by one, and there are as many advices as that takes.
 */
public aspect TypedCallAspect {

    final IdempotentCallAspect door = Aspects.aspectOf(IdempotentCallAspect.class);

    pointcut guarded(): execution(@IdempotentCall * *(..));

    pointcut ofObject(Object target): execution(@IdempotentCall !static * *(..)) && this(target);

    pointcut ofClass(): execution(@IdempotentCall static * *(..));

    Object around(Object a): guarded() && args(a) {
        Object known = door.known(thisJoinPointStaticPart, new Object[] {a});
        return known == IdempotencyEngine.UNKNOWN ? proceed(a) : known;
    }

    Object around(Object a, Object b): guarded() && args(a, b) {
        Object known = door.known(thisJoinPointStaticPart, new Object[] {a, b});
        return known == IdempotencyEngine.UNKNOWN ? proceed(a, b) : known;
    }

    Object around(Object a, Object b, Object c): guarded() && args(a, b, c) {
        Object known = door.known(thisJoinPointStaticPart, new Object[] {a, b, c});
        return known == IdempotencyEngine.UNKNOWN ? proceed(a, b, c) : known;
    }

    Object around(Object a, Object b, Object c, Object d): guarded() && args(a, b, c, d) {
        Object known = door.known(thisJoinPointStaticPart, new Object[] {a, b, c, d});
        return known == IdempotencyEngine.UNKNOWN ? proceed(a, b, c, d) : known;
    }

    Object around(final Object target, final Object a): ofObject(target) && args(a) {
        return door.lead(thisJoinPointStaticPart, target, new Object[] {a}, new Invocation() {
            @Override
            public Object proceed() throws Throwable {
                return proceed(target, a);
            }

            @Override
            public Object proceed(Object[] arguments) throws Throwable {
                return proceed(target, arguments[0]);
            }
        });
    }

    Object around(final Object a): ofClass() && args(a) {
        return door.lead(thisJoinPointStaticPart, null, new Object[] {a}, new Invocation() {
            @Override
            public Object proceed() throws Throwable {
                return proceed(a);
            }

            @Override
            public Object proceed(Object[] arguments) throws Throwable {
                return proceed(arguments[0]);
            }
        });
    }

    Object around(final Object target, final Object a, final Object b): ofObject(target) && args(a, b) {
        return door.lead(thisJoinPointStaticPart, target, new Object[] {a, b}, new Invocation() {
            @Override
            public Object proceed() throws Throwable {
                return proceed(target, a, b);
            }

            @Override
            public Object proceed(Object[] arguments) throws Throwable {
                return proceed(target, arguments[0], arguments[1]);
            }
        });
    }

    Object around(final Object a, final Object b): ofClass() && args(a, b) {
        return door.lead(thisJoinPointStaticPart, null, new Object[] {a, b}, new Invocation() {
            @Override
            public Object proceed() throws Throwable {
                return proceed(a, b);
            }

            @Override
            public Object proceed(Object[] arguments) throws Throwable {
                return proceed(arguments[0], arguments[1]);
            }
        });
    }

    Object around(final Object target, final Object a, final Object b, final Object c): ofObject(target) && args(a, b, c) {
        return door.lead(thisJoinPointStaticPart, target, new Object[] {a, b, c}, new Invocation() {
            @Override
            public Object proceed() throws Throwable {
                return proceed(target, a, b, c);
            }

            @Override
            public Object proceed(Object[] arguments) throws Throwable {
                return proceed(target, arguments[0], arguments[1], arguments[2]);
            }
        });
    }

    Object around(final Object a, final Object b, final Object c): ofClass() && args(a, b, c) {
        return door.lead(thisJoinPointStaticPart, null, new Object[] {a, b, c}, new Invocation() {
            @Override
            public Object proceed() throws Throwable {
                return proceed(a, b, c);
            }

            @Override
            public Object proceed(Object[] arguments) throws Throwable {
                return proceed(arguments[0], arguments[1], arguments[2]);
            }
        });
    }

    Object around(final Object target, final Object a, final Object b, final Object c, final Object d): ofObject(target) && args(a, b, c, d) {
        return door.lead(thisJoinPointStaticPart, target, new Object[] {a, b, c, d}, new Invocation() {
            @Override
            public Object proceed() throws Throwable {
                return proceed(target, a, b, c, d);
            }

            @Override
            public Object proceed(Object[] arguments) throws Throwable {
                return proceed(target, arguments[0], arguments[1], arguments[2], arguments[3]);
            }
        });
    }

    Object around(final Object a, final Object b, final Object c, final Object d): ofClass() && args(a, b, c, d) {
        return door.lead(thisJoinPointStaticPart, null, new Object[] {a, b, c, d}, new Invocation() {
            @Override
            public Object proceed() throws Throwable {
                return proceed(a, b, c, d);
            }

            @Override
            public Object proceed(Object[] arguments) throws Throwable {
                return proceed(arguments[0], arguments[1], arguments[2], arguments[3]);
            }
        });
    }
}
