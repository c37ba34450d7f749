package io.kraty.sandbox.internal.game.holdings;

import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.definition.ExchangeRate;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** What amounts are worth in US dollars. */
public final class ExchangeRates {
    private final Map<String, ExchangeRate> rates;

    public ExchangeRates(Map<String, ExchangeRate> rates) {
        this.rates = rates;
    }

    /** The dollars for one whole unit of the currency. */
    double rate(String currency) {
        return find(currency).dollars().doubleValue();
    }

    /** The US cents for an amount in the smallest unit, rounded half up. */
    long cents(long amountMinor, String currency) {
        ExchangeRate from = find(currency);
        return BigDecimal.valueOf(amountMinor, from.decimals())
                .multiply(from.dollars())
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private ExchangeRate find(String currency) {
        ExchangeRate known = rates.get(currency);
        if (known == null) {
            throw new ApiError(400, ErrorCode.UNKNOWN_CURRENCY, "There is no exchange rate for " + currency + ".");
        }
        return known;
    }
}
