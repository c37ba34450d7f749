package io.kraty.openapi;

/** Which way a value travels, which decides whether a change of its schema breaks anybody. */
enum Direction {
    /** Clients in use go on sending what was right when they were made. */
    REQUEST("request", "requests of clients in use are refused"),
    /** Clients in use read the new answers with the old expectations. */
    RESPONSE("response", "readers in use do not expect it");

    private final String word;
    private final String consequence;

    Direction(String word, String consequence) {
        this.word = word;
        this.consequence = consequence;
    }

    /** What happens to clients when a schema no longer takes, or no longer keeps to, what it did. */
    String consequence() {
        return consequence;
    }

    @Override
    public String toString() {
        return word;
    }
}
