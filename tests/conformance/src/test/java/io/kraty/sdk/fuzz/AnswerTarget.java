package io.kraty.sdk.fuzz;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.transport.Examples;
import io.kraty.sdk.transport.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Every call of the SDK, answered with mutants of what the API description shows: results, refusals, and what is neither. */
final class AnswerTarget implements Target {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final List<Integer> STATUSES = List.of(
            200, 200, 200, 201, 202, 203, 204, 226, 301, 307, 400, 401, 403, 404, 408, 409, 418, 425, 429, 500, 502,
            503, 599, 999);
    private static final List<String> RETRY_AFTER = List.of(
            "0",
            "5",
            "Wed, 21 Oct 2026 07:28:00 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "99999999999");

    private final Kraty kraty = Kraty.create(Game.answeredBy(this::answer).build());
    private final Map<Operation, List<Examples.Answer>> examples = new LinkedHashMap<>();
    private final List<Operation> operations;
    private int status;
    private byte[] body = {};
    private String retryAfter;

    AnswerTarget() {
        for (Operation operation : Operation.values()) {
            if (!operation.endpoint().isStream()) {
                List<Examples.Answer> answers = Examples.of(operation.endpoint());
                answers.add(new Examples.Answer(
                        409, "{\"error\":{\"code\":\"conflict\",\"message\":\"m\",\"details\":{\"a\":[1]}}}"));
                examples.put(operation, answers);
            }
        }
        operations = new ArrayList<>(examples.keySet());
    }

    private Response answer(Interceptor.Chain chain) throws IOException {
        Response.Builder answer = Game.answer(chain, status, ResponseBody.create(body, JSON));
        if (retryAfter != null) {
            answer.header("Retry-After", retryAfter);
        }
        return answer.build();
    }

    @Override
    public void feed(Random random, Trace trace) {
        Operation operation = operations.get(random.nextInt(operations.size()));
        List<Examples.Answer> answers = examples.get(operation);
        Examples.Answer like = answers.get(random.nextInt(answers.size()));
        status = random.nextInt(3) == 0 ? STATUSES.get(random.nextInt(STATUSES.size())) : like.status();
        body = Mutation.of(List.of(like.body(), answers.get(0).body()), random);
        retryAfter = random.nextInt(10) == 0 ? header(Mutation.of(RETRY_AFTER, random)) : null;
        trace.input(operation + " " + status + " " + retryAfter, body);
        try {
            operation.call(kraty, RequestOptions.none());
        } catch (KratyException e) { // as declared
            Game.assertNoMistakeBehind(e);
        }
    }

    /** What can stand in a header at all. */
    private static String header(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "");
    }

    @Override
    public void check() {
        retryAfter = null;
        for (Operation operation : Arrays.asList(Operation.WALLET, Operation.EVENTS, Operation.EVENT_BOARD)) {
            Examples.Answer right = examples.get(operation).get(0);
            status = right.status();
            body = right.body().getBytes(StandardCharsets.UTF_8);
            operation.call(kraty, RequestOptions.none());
        }
    }

    @Override
    public void close() {
        kraty.close();
    }
}
