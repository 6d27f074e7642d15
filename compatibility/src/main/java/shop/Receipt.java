package shop;

import java.math.BigDecimal;
import java.time.Instant;

public record Receipt(int number, String order, BigDecimal amount, Instant at) {}
