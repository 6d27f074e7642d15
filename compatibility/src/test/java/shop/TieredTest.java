package shop;

final class TieredTest extends GuardContract {

    @Override
    Shop start() {
        return Shop.startOn("tiered");
    }
}
