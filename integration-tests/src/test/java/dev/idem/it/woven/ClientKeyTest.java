package dev.idem.it.woven;

import dev.idem.it.ClientKeyContract;
import java.util.List;

final class ClientKeyTest extends ClientKeyContract {

    @Override
    protected List<String> door() {
        return List.of("idem.mode=aspectj");
    }
}
