package dev.idem.codec.jackson;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Result types as applications have them. */
final class Shapes {

    private Shapes() {}

    enum Color {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "a constant with a body";
            }
        };
    }

    record Empty() {}

    record Money(BigDecimal amount, String currency) {}

    record Receipt(
            String id,
            int items,
            @Nullable Money total,
            List<Line> lines,
            Optional<String> note,
            Map<Color, Instant> at) {}

    record Line(@Nullable String name, double price, Set<String> tags) {}

    record Box<T>(T content) {}

    /** Has what Jackson would take for properties and creators, if it looked at more than components. */
    record Crowded(String text, int number) {

        Crowded {
            Objects.requireNonNull(text);
        }

        Crowded(String text) {
            this(text, 0);
        }

        @Override
        public String text() {
            return "not " + text;
        }

        public String getName() {
            return "name";
        }

        public boolean isBig() {
            return true;
        }
    }

    /** A class by its fields: private, inherited, final, with accessors that must not be used. */
    static class Base {

        private @Nullable String name;

        String name() {
            return String.valueOf(name);
        }

        void name(String newName) {
            name = newName;
        }
    }

    static final class Account extends Base {

        private static final int IGNORED = 7;

        private final List<String> owners;
        private long balance;

        private Account() {
            this(List.of(), 0);
        }

        Account(List<String> owners, long balance) {
            this.owners = owners;
            this.balance = balance;
        }

        public long getBalance() {
            return balance + IGNORED;
        }

        public void setBalance(long newBalance) {
            balance = newBalance + IGNORED;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Account that
                    && balance == that.balance
                    && owners.equals(that.owners)
                    && name().equals(that.name());
        }

        @Override
        public int hashCode() {
            return Objects.hash(owners, balance, name());
        }
    }

    /** A tree. */
    static class Node {

        private int value;
        private @Nullable Node next;

        Node() {}

        Node(int value, @Nullable Node next) {
            this.value = value;
            this.next = next;
        }

        int value() {
            return value;
        }

        @Nullable
        Node next() {
            return next;
        }

        void next(Node newNext) {
            next = newNext;
        }
    }

    static final class SpecialNode extends Node {}
}
