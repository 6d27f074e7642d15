package shop;

final class RedisTest extends GuardContract {

    @Override
    Shop start() {
        return Shop.startOn("redis");
    }
}
