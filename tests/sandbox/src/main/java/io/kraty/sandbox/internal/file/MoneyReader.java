package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.internal.definition.ExchangeRate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what real money is worth: a number of dollars, since how many decimals a currency has is known anyway. */
final class MoneyReader {
    private static final Map<String, ExchangeRate> DEFAULT = Map.of("USD", new ExchangeRate("USD", 2, BigDecimal.ONE));

    private MoneyReader() {}

    static Map<String, ExchangeRate> read(Field field) {
        return field.or(DEFAULT, MoneyReader::rates);
    }

    private static Map<String, ExchangeRate> rates(Field field) {
        Map<String, ExchangeRate> rates = new LinkedHashMap<>();
        field.named().forEach((code, value) -> rates.put(code, rate(code, value)));
        return rates;
    }

    private static ExchangeRate rate(String code, Field field) {
        if (field.isNumber() && field.decimal().signum() > 0) {
            return new ExchangeRate(code, decimals(code, field), field.decimal());
        }
        field.expected("the US dollars that one " + code + " is worth, above 0");
        return new ExchangeRate(code, 0, BigDecimal.ONE);
    }

    private static int decimals(String code, Field field) {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            field.problem("there is no currency \"" + code + "\"; it takes a code of ISO 4217, like EUR");
            return 0;
        }
    }
}
