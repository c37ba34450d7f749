package io.kraty.sandbox.internal.http;

import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.operation.Operation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which operation a request is for.
 *
 * @param operation the operation
 * @param parameters the decoded values in the path, in their order
 */
record Route(Operation operation, List<String> parameters) {
    /**
     * The route of a raw path: it is cut at its slashes first and decoded afterwards, so an id may hold a slash.
     *
     * @throws ApiError 404 for an unknown path, 405 for a known one with another method
     */
    static Route of(String method, String rawPath) {
        List<String> segments = segments(rawPath);
        for (Operation operation : Operation.values()) {
            List<String> values = operation.match(segments);
            if (values != null && operation.method().equals(method)) {
                return new Route(operation, values.stream().map(Percent::decode).toList());
            }
        }
        String allowed = allowed(segments);
        if (allowed.isEmpty()) {
            throw ApiError.notFound("path");
        }
        // [choice] The contract has no code for this one.
        throw new ApiError(405, ErrorCode.of("method_not_allowed"), "This path takes " + allowed + " only.")
                .with("Allow", allowed);
    }

    /** The methods that the path takes, as the header {@code Allow} lists them; empty for an unknown path. */
    private static String allowed(List<String> segments) {
        return Stream.of(Operation.values())
                .filter(operation -> operation.match(segments) != null)
                .map(Operation::method)
                .collect(Collectors.joining(", "));
    }

    private static List<String> segments(String rawPath) {
        return rawPath.startsWith(Operation.ROOT)
                ? List.of(rawPath.substring(Operation.ROOT.length()).split("/", -1))
                : List.of();
    }

    /** The player in the path; null where the path names none. */
    @Nullable
    String player() {
        return operation.isOfPlayer() ? parameters.get(0) : null;
    }
}
