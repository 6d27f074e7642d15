package dev.idem.it.woven;

import dev.idem.it.ShapeContract;
import java.util.List;

final class ShapeTest extends ShapeContract {

    @Override
    protected List<String> door() {
        return List.of("idem.mode=aspectj");
    }
}
