package dev.idem.it.proxy;

import dev.idem.it.ShapeContract;
import java.util.List;

final class ShapeTest extends ShapeContract {

    @Override
    protected List<String> door() {
        return List.of();
    }
}
