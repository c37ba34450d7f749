package io.kraty.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.TypeAnnotationNode;

/** Annotations as text. */
final class Notes {
    private final Names names;

    Notes(Names names) {
        this.names = names;
    }

    /** Those of a declaration, sorted. ASM has null where there are none. */
    List<String> of(List<AnnotationNode> visible, List<AnnotationNode> invisible) {
        return Stream.of(visible, invisible)
                .filter(list -> list != null)
                .flatMap(List::stream)
                .map(this::text)
                .sorted()
                .toList();
    }

    /** Those of a type that stands at one place of a declaration, by the path to the part of the type that they are about. */
    Note at(int place, List<TypeAnnotationNode> visible, List<TypeAnnotationNode> invisible) {
        return path -> Stream.of(visible, invisible)
                .filter(list -> list != null)
                .flatMap(List::stream)
                .filter(annotation ->
                        annotation.typeRef == place && path(annotation).equals(path))
                .map(this::text)
                .sorted()
                .map(text -> text + " ")
                .collect(Collectors.joining());
    }

    /** Steps into an inner class are left out: a signature has them only where there are type arguments. */
    private static String path(TypeAnnotationNode annotation) {
        return annotation.typePath == null ? "" : annotation.typePath.toString().replace(".", "");
    }

    /** A value of an annotation, or of a constant. */
    String value(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::value).collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof String[] constant) {
            return names.of(Type.getType(constant[0]).getInternalName()) + "." + constant[1];
        }
        if (value instanceof AnnotationNode annotation) {
            return text(annotation);
        }
        if (value instanceof Type type) {
            return new TypeText(type.getDescriptor(), names).type(path -> "") + ".class";
        }
        return value instanceof String || value instanceof Character ? quoted(value.toString()) : value.toString();
    }

    private String text(AnnotationNode annotation) {
        List<String> values = new ArrayList<>();
        for (int i = 0; annotation.values != null && i < annotation.values.size(); i += 2) {
            String name = (String) annotation.values.get(i);
            String value = value(annotation.values.get(i + 1));
            values.add(name.equals("value") ? value : name + " = " + value);
        }
        String name = names.of(Type.getType(annotation.desc).getInternalName());
        return "@" + name
                + (values.isEmpty() ? "" : values.stream().sorted().collect(Collectors.joining(", ", "(", ")")));
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(Notes::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int c) {
        if (c < ' ' || c > '~') {
            return String.format(Locale.ROOT, "\\u%04x", c);
        }
        return c == '"' || c == '\\' ? "\\" + (char) c : Character.toString(c);
    }

    /** The annotations, each with a space after it, of what stands at a path inside of a type. */
    interface Note {
        String at(String path);
    }
}
