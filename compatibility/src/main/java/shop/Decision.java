package shop;

/** Told apart by name in records. */
public sealed interface Decision {

    record Accepted(int number) implements Decision {}

    record Declined(String reason) implements Decision {}
}
