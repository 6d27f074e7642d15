package dev.idem.intercept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.engine.Operation;
import dev.idem.testing.shop.BankCharging;
import dev.idem.testing.shop.CardPayments;
import dev.idem.testing.shop.Charging;
import dev.idem.testing.shop.CountingImporter;
import dev.idem.testing.shop.Importer;
import dev.idem.testing.shop.LoudPayments;
import dev.idem.testing.shop.NamesakePayments;
import dev.idem.testing.shop.NumberImporter;
import dev.idem.testing.shop.Outdated;
import dev.idem.testing.shop.Payments;
import dev.idem.testing.shop.Shelf;
import dev.idem.testing.shop.Unprocessed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

final class OperationSourceTest {

    private final OperationSource source = new OperationSource();

    @Test
    void find_ownMethod_isGuarded() throws Exception {
        assertThat(found(Payments.class.getMethod("charge", String.class), Payments.class))
                .contains("payments.charge");
    }

    @Test
    void find_methodWithoutAnnotation_isNotGuarded() throws Exception {
        assertThat(found(Payments.class.getMethod("lookUp", String.class), Payments.class))
                .isEmpty();
    }

    @Test
    void find_overrideWithoutAnnotation_isGuardedBySuperclass() throws Exception {
        assertThat(found(CardPayments.class.getMethod("charge", String.class), CardPayments.class))
                .contains("payments.charge");
    }

    @Test
    void find_ownAndInheritedAnnotations_ownDecides() throws Exception {
        assertThat(found(LoudPayments.class.getMethod("charge", String.class), LoudPayments.class))
                .contains("loud.charge");
    }

    @Test
    void find_methodNamedThroughInterface_classDecides() throws Exception {
        assertThat(found(Charging.class.getMethod("charge", String.class), LoudPayments.class))
                .contains("loud.charge");
    }

    @Test
    void find_annotatedInterfaces_mostSpecialDecides() throws Exception {
        assertThat(found(BankCharging.class.getMethod("charge", String.class), BankCharging.class))
                .contains("refundable.charge");
    }

    @Test
    void find_genericInterface_guardsResolvedOverride() throws Exception {
        Method erased = Importer.class.getMethod("run", Object.class);
        Method inherited = CountingImporter.class.getMethod("run", Number.class);
        assertThat(found(erased, NumberImporter.class)).contains("importer.run");
        assertThat(found(inherited, NumberImporter.class)).contains("importer.run");
    }

    @Test
    void find_bridgeMethod_isGuardedLikeWhatItBridges() {
        Method bridge = Arrays.stream(NumberImporter.class.getDeclaredMethods())
                .filter(Method::isBridge)
                .findFirst()
                .orElseThrow();
        assertThat(found(bridge, NumberImporter.class)).contains("importer.run");
    }

    @Test
    void find_overloadOfGenericMethod_isNotGuarded() throws Exception {
        assertThat(found(NumberImporter.class.getMethod("run", String.class), NumberImporter.class))
                .isEmpty();
    }

    @Test
    void find_classMadeByProxy_userClassDecides() throws Exception {
        ProxyFactory factory = new ProxyFactory(new Payments());
        factory.setProxyTargetClass(true);
        Class<?> proxy = factory.getProxy().getClass();
        assertThat(proxy).isNotEqualTo(Payments.class);
        assertThat(found(proxy.getMethod("charge", String.class), proxy)).contains("payments.charge");
    }

    @Test
    void find_mockThatCopiesAnnotations_userClassDecides() throws Exception {
        Class<?> mock = Payments$MockitoMock$1.class;
        assertThat(found(mock.getMethod("charge", String.class), mock)).contains("payments.charge");
    }

    @Test
    void find_nestedType_generatedClassHasJoinedNames() throws Exception {
        assertThat(found(Shelf.Box.class.getMethod("open", String.class), Shelf.Box.class))
                .contains("box.open");
    }

    @Test
    void find_twice_givesSameOperation() throws Exception {
        Method charge = Payments.class.getMethod("charge", String.class);
        assertThat(source.find(charge, Payments.class).orElseThrow())
                .isSameAs(source.find(charge, Payments.class).orElseThrow())
                .isSameAs(source.declaredBy(charge));
    }

    @Test
    void find_generatedClassMissing_saysWhatToAddToTheBuild() throws Exception {
        Method charge = Unprocessed.class.getMethod("charge", String.class, int.class);
        assertThatExceptionOfType(MissingGeneratedClassException.class)
                .isThrownBy(() -> source.find(charge, Unprocessed.class))
                .withMessage("""
                        @IdempotentCall method dev.idem.testing.shop.Unprocessed.charge(String, int) cannot be guarded: \
                        the class dev.idem.testing.shop.Unprocessed_IdempotentCalls, which the annotation processor \
                        generates, cannot be used (java.lang.ClassNotFoundException: \
                        dev.idem.testing.shop.Unprocessed_IdempotentCalls). Usually the processor did not run when the \
                        method was compiled.

                        Name the processor in the build of the module that holds this method, then compile it anew. \
                        Since JDK 23 javac runs no processor that it merely finds on the class path.

                        Maven, in the configuration of maven-compiler-plugin:

                            <annotationProcessorPaths>
                                <path>
                                    <groupId>dev.idem</groupId>
                                    <artifactId>idem-processor</artifactId>
                                    <version>${idem.version}</version>
                                </path>
                            </annotationProcessorPaths>

                        Gradle:

                            annotationProcessor("dev.idem:idem-processor:$idemVersion")
                        """);
    }

    @Test
    void find_generatedClassStale_isRefused() throws Exception {
        Method charge = Outdated.class.getMethod("charge", String.class, int.class);
        assertThatExceptionOfType(MissingGeneratedClassException.class)
                .isThrownBy(() -> source.find(charge, Outdated.class))
                .withMessageStartingWith(
                        "@IdempotentCall method dev.idem.testing.shop.Outdated.charge(String, int) cannot be guarded:"
                                + " the class dev.idem.testing.shop.Outdated_IdempotentCalls does not know it.");
    }

    @Test
    void find_operationOfAnotherType_isRefusedAgainAndAgain() throws Exception {
        Method first = Payments.class.getMethod("charge", String.class);
        Method second = NamesakePayments.class.getMethod("pay", String.class);
        assertThat(found(first, Payments.class)).contains("payments.charge");
        for (int call = 0; call < 2; call++) {
            assertThatExceptionOfType(DuplicateOperationException.class)
                    .isThrownBy(() -> source.find(second, NamesakePayments.class))
                    .withMessage("Two types declare the operation 'payments.charge':"
                            + " dev.idem.testing.shop.Payments and dev.idem.testing.shop.NamesakePayments. Their calls"
                            + " would get each other's answers. Give each of them a name of its own:"
                            + " @IdempotentCall(operation = \"...\"). If one of the two types is gone, build its"
                            + " module from clean: META-INF/idem holds what is left of it.");
        }
        assertThat(found(first, Payments.class)).contains("payments.charge");
    }

    @Test
    void find_operationThatAnotherTypeDeclared_isRefused() throws Exception {
        source.declare("shop.Refunds", List.of("refunds.pay", "payments.charge"));
        Method charge = Payments.class.getMethod("charge", String.class);
        assertThatExceptionOfType(DuplicateOperationException.class)
                .isThrownBy(() -> source.find(charge, Payments.class))
                .withMessageContaining("'payments.charge': shop.Refunds and dev.idem.testing.shop.Payments.");
    }

    @Test
    void find_operationThatItsOwnTypeDeclared_isGuarded() throws Exception {
        source.declare("dev.idem.testing.shop.Shelf.Box", List.of("box.open"));
        assertThat(found(Shelf.Box.class.getMethod("open", String.class), Shelf.Box.class))
                .contains("box.open");
    }

    @Test
    void declare_operationOfAnotherType_isRefused() {
        source.declare("shop.Payments", List.of("charge"));
        source.declare("shop.Payments", List.of("charge", "refund"));
        assertThatExceptionOfType(DuplicateOperationException.class)
                .isThrownBy(() -> source.declare("shop.Refunds", List.of("refund")))
                .withMessageContaining("'refund': shop.Payments and shop.Refunds.");
    }

    @Test
    void guards_classWithoutAnyAnnotation_isFalse() {
        assertThat(source.guards(String.class)).isFalse();
        assertThat(source.guards(BankCharging.class)).isTrue();
    }

    @Test
    void all_inheritedAndOwn_namesOnlyWhatGuards() {
        assertThat(source.all(LoudPayments.class)).extracting(Operation::name).containsExactly("loud.charge");
    }

    private Optional<String> found(Method method, Class<?> type) {
        return source.find(method, type).map(Operation::name);
    }

    /** As a mocking library would make it: it copies the annotations of what it overrides. */
    @SuppressWarnings({"checkstyle:TypeName", "NewClassNamingConvention"})
    public static class Payments$MockitoMock$1 extends Payments {

        @Override
        @dev.idem.IdempotentCall(operation = "payments.charge")
        public String charge(String order) {
            return "mocked";
        }
    }
}
