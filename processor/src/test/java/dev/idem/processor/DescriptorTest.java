package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;
import static dev.idem.processor.Sources.source;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other teams learn of a key from {@code META-INF/idem}. */
final class DescriptorTest {

    @Test
    void descriptor_namesAllThatMakesTheKey() {
        assertThat(method("""
                        @IdempotentCall(operation = "payments.\\"charge\\"", ttl = "24h", lockWait = "1s", store = "redis")
                        Optional<List<String>> charge(Order order, int cents, @KeyIgnore Locale locale) { return null; }
                        @IdempotentCall(key = {"order.lines", "order.id"})
                        void refund(Order order) {}
                        record Order(String id, List<Line> lines) {}
                        record Line(long count, Line[] more) {}
                        """).descriptor()).isEqualTo("""
                        {
                          "encoding": "jcs-sha256",
                          "type": "shop.Payments",
                          "operations": {
                            "payments.\\"charge\\"": {
                              "method": "charge",
                              "parameters": [
                                {
                                  "name": "order",
                                  "type": "shop.Payments.Order"
                                },
                                {
                                  "name": "cents",
                                  "type": "int"
                                },
                                {
                                  "name": "locale",
                                  "type": "java.util.Locale"
                                }
                              ],
                              "key": "content",
                              "content": {
                                "cents": "integer",
                                "order": "object<Order>?"
                              },
                              "result": "java.util.Optional<java.util.List<java.lang.String>>",
                              "policies": {
                                "ttl": "PT24H",
                                "lockWait": "PT1S",
                                "store": "redis"
                              }
                            },
                            "shop.Payments.refund": {
                              "method": "refund",
                              "parameters": [
                                {
                                  "name": "order",
                                  "type": "shop.Payments.Order"
                                }
                              ],
                              "key": "content",
                              "content": {
                                "order.id": "string?",
                                "order.lines": "list<object<Line>?>?"
                              },
                              "result": "void",
                              "policies": {}
                            }
                          },
                          "types": {
                            "Line": {
                              "count": "integer",
                              "more": "list<object<Line>?>?"
                            },
                            "Order": {
                              "id": "string?",
                              "lines": "list<object<Line>?>?"
                            }
                          }
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boolean | boolean",
                "char | string",
                "byte[] | base64?",
                "Float | double?",
                "BigInteger | integer?",
                "BigDecimal[][] | list<list<decimal?>?>?",
                "UUID | uuid?",
                "Thread.State | enum?",
                "Set<LocalDate> | set<date?>?",
                "Map<Thread.State, Optional<Year>> | map<enum,integer?>?",
                "Map<LocalDate, Instant> | map<date,instant?>?",
                "OptionalInt | integer?",
                "OptionalDouble | double?",
            })
    void type_hasItsForm(String type, String form) {
        assertThat(method("@IdempotentCall int charge(%s value) { return 1; }".formatted(type))
                        .descriptor())
                .contains("\"value\": \"" + form + "\"");
    }

    @Test
    void primitiveAtTheEndOfAPath_canBeAbsent() {
        assertThat(method("""
                        @IdempotentCall(key = "order.cents") int charge(Order order) { return 1; }
                        record Order(int cents) {}
                        """).descriptor()).contains("\"order.cents\": \"integer?\"");
    }

    @Test
    void sealedType_isAListOfTypes() {
        assertThat(method("""
                        @IdempotentCall int draw(Shape shape) { return 1; }
                        sealed interface Shape {}
                        record Disc(@KeyName("radius") int r) implements Shape {}
                        enum Dot implements Shape { DOT }
                        """).descriptor()).endsWith("""
                          "types": {
                            "DiscAsSubtype": {
                              "@type": "'Disc'",
                              "radius": "integer"
                            },
                            "DotAsSubtype": {
                              "@type": "'Dot'",
                              "@value": "enum"
                            },
                            "Shape": [
                              "DiscAsSubtype",
                              "DotAsSubtype"
                            ]
                          }
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@KeyContent String body | raw",
                "@KeyContent byte[] body | raw",
                "@KeyContent Order body | object<Order>",
            })
    void wholeContent_isOneForm(String parameter, String form) {
        assertThat(method("""
                        @IdempotentCall int charge(%s) { return 1; }
                        record Order(String id) {}
                        """.formatted(parameter)).descriptor()).contains("\"content\": \"" + form + "\"");
    }

    @Test
    void clientKey_isNoted() {
        assertThat(method("@IdempotentCall int charge(@IdempotencyKey String key, String id) { return 1; }")
                        .descriptor())
                .contains("\"key\": \"client\"");
    }

    @Test
    void encodedValue_namesTheClassOfItsEncoder() {
        assertThat(method("""
                        @IdempotentCall int charge(@dev.idem.key.KeyEncodedBy(Loud.class) String id) { return 1; }
                        static class Loud implements dev.idem.key.KeyEncoder<String> {
                          @Override public void encode(String value, dev.idem.key.CanonicalWriter out) { out.value(value); }
                        }
                        """).descriptor()).contains("\"id\": \"encoded<shop.Payments.Loud>?\"");
    }

    @Test
    void nestedType_hasADescriptorOfItsOwn() {
        Compilation compilation = source("shop.Shelf", """
                package shop;
                class Shelf {
                  static class Box { @dev.idem.IdempotentCall int take(String id) { return 1; } }
                }
                """).isAccepted();
        assertThat(Descriptor.of(compilation, "shop.Shelf.Box")).contains("\"shop.Shelf.Box.take\"");
    }
}
