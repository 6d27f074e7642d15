package dev.idem.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idem.it.Application;
import dev.idem.it.Documents;
import org.junit.jupiter.api.Test;

/** Values that an encoder writes into keys. */
final class EncodedValueTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void jsonTree_ofEqualMembersInAnotherOrder_getsTheFirstAnswer() throws Exception {
        try (Application application =
                Application.with().having(Documents.class).start()) {
            Documents documents = application.bean(Documents.class);
            assertThat(documents.file(JSON.readTree("{\"a\": [1, 2], \"b\": null}")))
                    .isEqualTo(1);
            assertThat(documents.file(JSON.readTree("{\"b\": null, \"a\": [1, 2]}")))
                    .isEqualTo(1);
            assertThat(documents.file(JSON.readTree("{\"a\": [2, 1], \"b\": null}")))
                    .isEqualTo(2);
        }
    }
}
