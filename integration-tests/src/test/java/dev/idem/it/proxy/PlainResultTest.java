package dev.idem.it.proxy;

import dev.idem.it.PlainResultContract;
import java.util.List;

final class PlainResultTest extends PlainResultContract {

    @Override
    protected List<String> door() {
        return List.of();
    }
}
