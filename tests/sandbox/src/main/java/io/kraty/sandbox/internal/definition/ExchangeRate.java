package io.kraty.sandbox.internal.definition;

import java.math.BigDecimal;

/**
 * What a currency is worth. [choice] Rates never change, so that a test can know them.
 *
 * @param currency its ISO 4217 code
 * @param decimals how many digits its smallest unit is to the right of the point; JPY has none
 * @param dollars the US dollars that one whole unit is worth
 */
public record ExchangeRate(String currency, int decimals, BigDecimal dollars) {}
