package dev.idem.it.proxy;

import dev.idem.it.StageContract;
import java.util.List;

final class StageTest extends StageContract {

    @Override
    protected List<String> door() {
        return List.of();
    }
}
