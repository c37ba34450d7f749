package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyException;

/** Puts into the retry budget what a working service earns: outside of what checks answers, inside of what repeats. */
record Earning(Exchange next, RetryBudget budget) implements Exchange {
    @Override
    public Answer send(Ask ask) {
        try {
            Answer answer = next.send(ask);
            budget.earn();
            return answer;
        } catch (KratyException e) {
            if (RetryBudget.isAnswered(e)) {
                budget.earn();
            }
            throw e;
        }
    }
}
