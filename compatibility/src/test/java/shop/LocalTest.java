package shop;

final class LocalTest extends GuardContract {

    @Override
    Shop start() {
        return Shop.start("--idem.store=local");
    }
}
