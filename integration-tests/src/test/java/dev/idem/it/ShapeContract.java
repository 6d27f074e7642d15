package dev.idem.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Results that come later, in parts, or for many items: duplicates get the first ones, wherever these were kept. */
public abstract class ShapeContract extends GuardedServiceContract<Shapes> {

    protected ShapeContract() {
        super(Shapes.class, Shapes::new);
    }

    @ParameterizedTest
    @EnumSource
    final void mono(StoreKind store) {
        duplicatesGetTheFirst(store, shapes -> shapes.mono("ada").block(), receipt("ada", 1));
    }

    @ParameterizedTest
    @EnumSource
    final void flux(StoreKind store) {
        duplicatesGetTheFirst(
                store,
                shapes -> shapes.flux(List.of("ada", "bob")).collectList().block(),
                List.of(receipt("ada", 1), receipt("bob", 1)));
    }

    @ParameterizedTest
    @EnumSource
    final void itemsInAList(StoreKind store) {
        onlyMissingItemsRun(store, (shapes, accounts) -> shapes.all("main", accounts));
    }

    @ParameterizedTest
    @EnumSource
    final void itemsInAMap(StoreKind store) {
        onlyMissingItemsRun(
                store,
                (shapes, accounts) ->
                        List.copyOf(shapes.byAccount("main", accounts).values()));
    }

    @ParameterizedTest
    @EnumSource
    final void itemsInAStage(StoreKind store) {
        onlyMissingItemsRun(
                store, (shapes, accounts) -> shapes.allLater("main", accounts).join());
    }

    @ParameterizedTest
    @EnumSource
    final void itemsInAMono(StoreKind store) {
        onlyMissingItemsRun(
                store,
                (shapes, accounts) -> shapes.allReactive("main", accounts).block());
    }

    private void duplicatesGetTheFirst(StoreKind store, Function<Shapes, Object> call, Object expected) {
        try (Application application = start(store)) {
            Shapes shapes = serviceOf(application);
            assertThat(call.apply(shapes)).isEqualTo(expected);
            assertThat(call.apply(shapes)).isEqualTo(expected);
            assertThat(shapes.runs()).hasSize(1);
        }
        onAnotherNode(store, shapes -> assertThat(call.apply(shapes)).isEqualTo(expected));
    }

    private void onlyMissingItemsRun(StoreKind store, BiFunction<Shapes, List<String>, List<Receipt>> call) {
        List<Receipt> all = List.of(receipt("cid", 2), receipt("bob", 1), receipt("ada", 1));
        try (Application application = start(store)) {
            Shapes shapes = serviceOf(application);
            assertThat(call.apply(shapes, List.of("ada", "bob"))).containsExactly(receipt("ada", 1), receipt("bob", 1));
            assertThat(call.apply(shapes, List.of("cid", "bob", "ada"))).isEqualTo(all);
            assertThat(shapes.runs()).containsExactly(List.of("ada", "bob"), List.of("cid"));
        }
        onAnotherNode(
                store,
                shapes -> assertThat(call.apply(shapes, List.of("cid", "bob", "ada")))
                        .isEqualTo(all));
    }

    private void onAnotherNode(StoreKind store, Consumer<Shapes> duplicate) {
        if (store.isShared()) {
            try (Application other = start(store)) {
                duplicate.accept(serviceOf(other));
                assertThat(serviceOf(other).runs()).isEmpty();
            }
        }
    }

    private static Receipt receipt(String account, int run) {
        return new Receipt(account, run, List.of());
    }
}
