package io.kraty.sandbox.internal.game;

import io.kraty.api.model.ErrorCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** What amounts are worth in US dollars. [choice] The rates never change, so that a test can know them. */
final class ExchangeRates {
    /**
     * A currency.
     *
     * @param decimals how many digits its smallest unit is to the right of the point; JPY has none
     * @param rate the dollars that one whole unit is worth
     */
    private record Currency(int decimals, BigDecimal rate) {}

    private static final Map<String, Currency> CURRENCIES = Map.of(
            "USD", new Currency(2, BigDecimal.ONE),
            "EUR", new Currency(2, new BigDecimal("1.08")),
            "GBP", new Currency(2, new BigDecimal("1.27")),
            "BRL", new Currency(2, new BigDecimal("0.18")),
            "JPY", new Currency(0, new BigDecimal("0.0067")),
            "KRW", new Currency(0, new BigDecimal("0.00073")),
            "KWD", new Currency(3, new BigDecimal("3.25")));

    private ExchangeRates() {}

    /** The dollars for one whole unit of the currency. */
    static double rate(String currency) {
        return find(currency).rate().doubleValue();
    }

    /** The US cents for an amount in the smallest unit, rounded half up. */
    static long cents(long amountMinor, String currency) {
        Currency from = find(currency);
        return BigDecimal.valueOf(amountMinor, from.decimals())
                .multiply(from.rate())
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Currency find(String currency) {
        Currency known = CURRENCIES.get(currency);
        if (known == null) {
            throw new ApiError(400, ErrorCode.UNKNOWN_CURRENCY, "There is no exchange rate for " + currency + ".");
        }
        return known;
    }
}
