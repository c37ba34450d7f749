package io.kraty.sandbox.internal.http;

import io.kraty.api.Operation;
import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.operation.Operations;
import java.util.ArrayList;
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
    private static final List<Template> TEMPLATES =
            Stream.of(Operation.values()).map(Template::of).toList();

    /**
     * The route of a raw path: it is cut at its slashes first and decoded afterwards, so an id may hold a slash.
     *
     * @throws ApiError 404 for an unknown path, 405 for a known one with another method
     */
    static Route of(String method, String rawPath) {
        List<String> segments = segments(rawPath);
        for (Template template : TEMPLATES) {
            List<String> values = template.match(segments);
            if (values != null && template.operation.method().equals(method)) {
                return new Route(
                        template.operation, values.stream().map(Percent::decode).toList());
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
        return TEMPLATES.stream()
                .filter(template -> template.match(segments) != null)
                .map(template -> template.operation.method())
                .collect(Collectors.joining(", "));
    }

    private static List<String> segments(String path) {
        return path.startsWith(Operations.ROOT)
                ? List.of(path.substring(Operations.ROOT.length()).split("/", -1))
                : List.of();
    }

    /** The player in the path; null where the path names none. */
    @Nullable
    String player() {
        return isOfPlayer() ? parameters.get(0) : null;
    }

    boolean isOfPlayer() {
        return operation.path().startsWith(Operations.ROOT + "players/");
    }

    /** Whether the player in the path has to prove who they are. */
    boolean needsSecret() {
        return operation.credentials().stream().anyMatch(credential -> !credential.isBearer());
    }

    boolean isWrite() {
        return !operation.method().equals("GET");
    }

    /** Whether requests carry a body. */
    boolean hasBody() {
        return isWrite() && !operation.method().equals("DELETE");
    }

    /** Whether the answer is a stream, which goes on. */
    boolean isStream() {
        return operation.accept().equals("text/event-stream");
    }

    /** Whether the body is the game's own data from end to end, so that no field of it means anything here. */
    boolean takesBag() {
        return operation == Operation.SET_PLAYER_METADATA || operation == Operation.MERGE_PLAYER_METADATA;
    }

    /** The path of an operation, cut at its slashes, with a star for each value. */
    private record Template(Operation operation, List<String> segments) {
        private static final String VALUE = "*";

        static Template of(Operation operation) {
            return new Template(operation, Route.segments(operation.path().replaceAll("\\{[^}]*}", VALUE)));
        }

        /** The raw values of the path's parameters, in their order; null if the path is another one. */
        @Nullable
        List<String> match(List<String> sent) {
            if (sent.size() != segments.size()) {
                return null;
            }
            List<String> values = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                String expected = segments.get(i);
                if (expected.equals(VALUE) && !sent.get(i).isEmpty()) {
                    values.add(sent.get(i));
                } else if (!expected.equals(sent.get(i))) {
                    return null;
                }
            }
            return values;
        }
    }
}
