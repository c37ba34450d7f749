package io.kraty.published;

import io.kraty.published.Notes.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** Reads the signatures of a class file, from left to right, and writes them as Java, with the annotations inside of types. */
final class TypeText {
    private final String signature;
    private final Names names;
    private int at;

    TypeText(String signature, Names names) {
        this.signature = signature;
        this.names = names;
    }

    /** Whether what comes next is this; if so, it is passed. */
    boolean next(char expected) {
        boolean there = at < signature.length() && signature.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    /** {@code <T extends Bound>}, or nothing. */
    String typeParameters(IntFunction<Note> ofParameter, IntFunction<IntFunction<Note>> ofBound) {
        if (!next('<')) {
            return "";
        }
        List<String> parameters = new ArrayList<>();
        while (!next('>')) {
            int parameter = parameters.size();
            String name = ofParameter.apply(parameter).at("") + upTo(':');
            List<String> bounds = new ArrayList<>();
            // The first is that of a class, and left out where there are interfaces only.
            for (int bound = 0; next(':'); bound++) {
                if (signature.charAt(at) != ':') {
                    bounds.add(type(ofBound.apply(parameter).apply(bound)));
                }
            }
            bounds.remove("Object");
            parameters.add(name + (bounds.isEmpty() ? "" : " extends " + String.join(" & ", bounds)));
        }
        return "<" + String.join(", ", parameters) + ">";
    }

    /** The parameters of a method. */
    List<String> parameters(IntFunction<Note> ofParameter) {
        List<String> parameters = new ArrayList<>();
        next('(');
        while (!next(')')) {
            parameters.add(type(ofParameter.apply(parameters.size())));
        }
        return parameters;
    }

    /** One type. */
    String type(Note note) {
        return type("", note);
    }

    private String type(String path, Note note) {
        if (signature.charAt(at) == '[') {
            return array(path, note);
        }
        char kind = signature.charAt(at++);
        return note.at(path)
                + switch (kind) {
                    case 'B' -> "byte";
                    case 'C' -> "char";
                    case 'D' -> "double";
                    case 'F' -> "float";
                    case 'I' -> "int";
                    case 'J' -> "long";
                    case 'S' -> "short";
                    case 'Z' -> "boolean";
                    case 'V' -> "void";
                    case 'T' -> variable();
                    case 'L' -> classType(path, note);
                    default -> throw new IllegalArgumentException(kind + " in " + signature);
                };
    }

    /** The element type comes first in Java, the outermost array right after it. */
    private String array(String path, Note note) {
        StringBuilder dimensions = new StringBuilder();
        String inside = path;
        while (next('[')) {
            String notes = note.at(inside);
            dimensions.append(notes.isEmpty() ? "" : " " + notes).append("[]");
            inside += "[";
        }
        return type(inside, note) + dimensions;
    }

    private String variable() {
        String name = upTo(';');
        next(';');
        return name;
    }

    private String classType(String path, Note note) {
        StringBuilder text = new StringBuilder(names.of(upTo('<', ';', '.')));
        while (!next(';')) {
            if (next('.')) {
                text.append('.').append(upTo('<', ';', '.'));
            } else {
                text.append(arguments(path, note));
            }
        }
        return text.toString();
    }

    private String arguments(String path, Note note) {
        List<String> arguments = new ArrayList<>();
        next('<');
        while (!next('>')) {
            String place = path + arguments.size() + ";";
            if (next('*')) {
                arguments.add(note.at(place) + "?");
            } else if (next('+')) {
                arguments.add(note.at(place) + "? extends " + type(place + "*", note));
            } else if (next('-')) {
                arguments.add(note.at(place) + "? super " + type(place + "*", note));
            } else {
                arguments.add(type(place, note));
            }
        }
        return "<" + String.join(", ", arguments) + ">";
    }

    private String upTo(char... ends) {
        IntUnaryOperator next = end -> signature.indexOf(end, at) < 0 ? signature.length() : signature.indexOf(end, at);
        int end = new String(ends).chars().map(next).min().orElseThrow();
        String text = signature.substring(at, end);
        at = end;
        return text;
    }
}
