package io.kraty.published;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_ENUM;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_RECORD;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACC_VARARGS;

import io.kraty.published.Notes.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/** The members of one type that others can use, a line each: what has an order in its order, everything else sorted. */
final class ApiMembers {
    private static final Set<String> OF_EVERY_RECORD =
            Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values()", "valueOf(Ljava/lang/String;)");

    private final ClassNode type;
    private final Names names;
    private final Notes notes;

    ApiMembers(ClassNode type, Names names) {
        this.type = type;
        this.names = names;
        this.notes = new Notes(names);
    }

    List<String> lines() {
        List<String> components = components().map(this::component).toList();
        Set<String> accessors = components.stream().map(text -> text + "()").collect(Collectors.toSet());
        return Stream.of(
                        constants(),
                        components.stream().map(text -> "component " + text),
                        type.fields.stream()
                                .filter(field -> isVisible(field.access) && !is(field.access, ACC_ENUM))
                                .sorted(Comparator.comparing(field -> field.name))
                                .map(this::field),
                        type.methods.stream()
                                .filter(method -> isVisible(method.access) && !isImplied(method))
                                .sorted(Comparator.comparing((MethodNode method) -> method.name)
                                        .thenComparing(method -> method.desc))
                                .map(this::method)
                                .filter(text -> !accessors.contains(text)))
                .flatMap(lines -> lines)
                .toList();
    }

    /** In their order, which is that of {@code compareTo}. */
    private Stream<String> constants() {
        return type.fields.stream()
                .filter(field -> is(field.access, ACC_ENUM))
                .map(field -> declared(notes.of(field.visibleAnnotations, field.invisibleAnnotations))
                        + "constant "
                        + field.name);
    }

    private String component(RecordComponentNode component) {
        Note note = notes.at(
                TypeReference.newTypeReference(TypeReference.FIELD).getValue(),
                component.visibleTypeAnnotations,
                component.invisibleTypeAnnotations);
        return declared(notes.of(component.visibleAnnotations, component.invisibleAnnotations))
                + new TypeText(or(component.signature, component.descriptor), names).type(note)
                + " "
                + component.name;
    }

    private String field(FieldNode field) {
        Note note = notes.at(
                TypeReference.newTypeReference(TypeReference.FIELD).getValue(),
                field.visibleTypeAnnotations,
                field.invisibleTypeAnnotations);
        return declared(notes.of(field.visibleAnnotations, field.invisibleAnnotations))
                + modifiers(field.access & ~ACC_FINAL)
                + (is(field.access, ACC_FINAL) ? "final " : "")
                + new TypeText(or(field.signature, field.desc), names).type(note)
                + " "
                + field.name
                + (field.value == null ? "" : " = " + constant(field));
    }

    private String constant(FieldNode field) {
        return switch (field.desc) {
            case "Z" -> field.value.equals(1) ? "true" : "false";
            case "C" -> notes.value((char) (int) (Integer) field.value);
            default -> notes.value(field.value);
        };
    }

    private String method(MethodNode method) {
        TypeText text = new TypeText(or(method.signature, method.desc), names);
        String typeParameters = text.typeParameters(
                index -> note(
                        method, TypeReference.newTypeParameterReference(TypeReference.METHOD_TYPE_PARAMETER, index)),
                index -> bound -> note(
                        method,
                        TypeReference.newTypeParameterBoundReference(
                                TypeReference.METHOD_TYPE_PARAMETER_BOUND, index, bound)));
        List<String> parameters = new ArrayList<>(
                text.parameters(index -> note(method, TypeReference.newFormalParameterReference(index))));
        for (int i = 0; i < parameters.size(); i++) {
            parameters.set(
                    i,
                    declared(notes.of(
                                    of(method.visibleParameterAnnotations, i, parameters.size()),
                                    of(method.invisibleParameterAnnotations, i, parameters.size())))
                            + parameters.get(i));
        }
        if (is(method.access, ACC_VARARGS)) {
            parameters.add(parameters.remove(parameters.size() - 1).replaceFirst("\\[]$", "..."));
        }
        String result = text.type(note(method, TypeReference.newTypeReference(TypeReference.METHOD_RETURN)));
        String called = method.name.equals("<init>") ? "constructor" : result + " " + method.name;
        return declared(notes.of(method.visibleAnnotations, method.invisibleAnnotations))
                + modifiers(method.access)
                + (typeParameters.isEmpty() ? "" : typeParameters + " ")
                + called
                + parameters(parameters)
                + (method.exceptions.isEmpty() ? "" : " throws " + thrown(method, text))
                + (method.annotationDefault == null ? "" : " default " + notes.value(method.annotationDefault));
    }

    /** They are in the signature only if one is a type variable. */
    private String thrown(MethodNode method, TypeText signature) {
        List<String> thrown = new ArrayList<>();
        for (String exception : method.exceptions) {
            Note note = note(method, TypeReference.newExceptionReference(thrown.size()));
            thrown.add(
                    signature.next('^') ? signature.type(note) : new TypeText("L" + exception + ";", names).type(note));
        }
        return String.join(", ", thrown);
    }

    private Note note(MethodNode method, TypeReference place) {
        return notes.at(place.getValue(), method.visibleTypeAnnotations, method.invisibleTypeAnnotations);
    }

    /** Public goes without saying; so does final where nothing can be overridden. */
    private String modifiers(int access) {
        boolean isInterface = is(type.access, ACC_INTERFACE);
        return (is(access, ACC_PROTECTED) ? "protected " : "")
                + (is(access, ACC_STATIC) ? "static " : "")
                + (is(access, ACC_ABSTRACT) ? "abstract " : "")
                + (isInterface && !is(access, ACC_STATIC | ACC_ABSTRACT) ? "default " : "")
                + (is(access, ACC_FINAL) && !isClosed() ? "final " : "");
    }

    private boolean isVisible(int access) {
        return !is(access, ACC_SYNTHETIC) && (is(access, ACC_PUBLIC) || (is(access, ACC_PROTECTED) && !isClosed()));
    }

    private boolean isClosed() {
        return is(type.access, ACC_FINAL) || is(type.access, ACC_ENUM);
    }

    /** What every type of this kind has, or a record by its components. */
    private boolean isImplied(MethodNode method) {
        String signature = method.name + method.desc;
        if (is(type.access, ACC_RECORD)) {
            return OF_EVERY_RECORD.contains(signature)
                    || (signature.equals(canonicalConstructor()) && method.visibleAnnotations == null);
        }
        return is(type.access, ACC_ENUM)
                && is(method.access, ACC_STATIC)
                && OF_EVERY_ENUM.stream().anyMatch(signature::startsWith);
    }

    /**
     * By its descriptor: of the annotations inside of type arguments, javac before 21 takes only some from the components to the
     * parameters.
     */
    private String canonicalConstructor() {
        return components().map(component -> component.descriptor).collect(Collectors.joining("", "<init>(", ")V"));
    }

    /** ASM has null for those of a record without any. */
    private Stream<RecordComponentNode> components() {
        return type.recordComponents == null ? Stream.of() : type.recordComponents.stream();
    }

    private static String parameters(List<String> parameters) {
        return "(" + String.join(", ", parameters) + ")";
    }

    private static <T> List<T> of(List<T>[] lists, int index, int expected) {
        return lists == null || lists.length != expected ? null : lists[index];
    }

    private static String declared(List<String> annotations) {
        return annotations.stream().map(text -> text + " ").collect(Collectors.joining());
    }

    private static String or(String signature, String descriptor) {
        return signature == null ? descriptor : signature;
    }

    private static boolean is(int access, int flag) {
        return (access & flag) != 0;
    }
}
