package shop;

/** An outcome: duplicates get it again. */
public class DeclinedException extends RuntimeException {

    public DeclinedException(String message) {
        super(message);
    }
}
