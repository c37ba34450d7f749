package io.kraty.sdk.internal.transport;

/** Throws what the platform refused; what is left is a success, or claims to be one. */
record Checking(Exchange next) implements Exchange {
    @Override
    public Answer send(Ask ask) {
        return next.send(ask).check(answer -> {
            ResponseReader.check(answer);
            return answer;
        });
    }
}
