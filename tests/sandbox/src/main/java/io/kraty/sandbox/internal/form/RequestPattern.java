package io.kraty.sandbox.internal.form;

import io.kraty.sandbox.internal.operation.Operations;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which requests some trouble is for. */
public sealed interface RequestPattern {
    String FORMS = "\"*\", an operationId, or a method and a path like \"POST /players/*/wallet/*/debit\"";

    /**
     * The pattern that a text stands for.
     *
     * @throws IllegalArgumentException if the text is none of the forms
     */
    static RequestPattern of(String text) {
        if (text.equals("*")) {
            return new Any();
        }
        if (text.indexOf('/') < 0) {
            if (!Operations.ids().contains(text)) {
                throw Arguments.refuse("on", text, FORMS + "; the operationIds are " + Operations.ids());
            }
            return new OfOperation(text);
        }
        return OfPath.parse(text);
    }

    boolean matches(Incoming request);

    /** All requests. */
    record Any() implements RequestPattern {
        @Override
        public boolean matches(Incoming request) {
            return true;
        }
    }

    /**
     * Those for one operation.
     *
     * @param id its operationId
     */
    record OfOperation(String id) implements RequestPattern {
        @Override
        public boolean matches(Incoming request) {
            return id.equals(request.operation());
        }
    }

    /**
     * Those with a certain path.
     *
     * @param method the method; null for any
     * @param segments the path's segments; a star stands for any one
     * @param isOpen whether more segments may follow
     */
    record OfPath(@Nullable String method, List<String> segments, boolean isOpen) implements RequestPattern {
        private static final String ANY = "*";
        private static final String REST = "/**";
        private static final Pattern FORM =
                Pattern.compile("(?:([A-Z]+|\\*) +)?(/[^\\s*?]*|(?:/(?:[^\\s*?/]+|\\*))+(?:/\\*\\*)?|/\\*\\*)");

        static OfPath parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw Arguments.refuse("on", text, FORMS);
            }
            String method = form.group(1);
            String path = withoutRoot(form.group(2));
            boolean isOpen = path.endsWith(REST);
            String fixed = isOpen ? path.substring(0, path.length() - REST.length()) : path;
            return new OfPath(ANY.equals(method) ? null : method, segments(fixed), isOpen);
        }

        @Override
        public boolean matches(Incoming request) {
            List<String> sent = segments(withoutRoot(request.path()));
            if (method != null && !method.equals(request.method())) {
                return false;
            }
            if (isOpen ? sent.size() < segments.size() : sent.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                if (!segments.get(i).equals(ANY) && !segments.get(i).equals(sent.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static String withoutRoot(String path) {
            return path.startsWith(Operations.ROOT) ? path.substring(Operations.ROOT.length() - 1) : path;
        }

        private static List<String> segments(String path) {
            return path.isEmpty() ? List.of() : List.of(path.substring(1).split("/", -1));
        }
    }
}
